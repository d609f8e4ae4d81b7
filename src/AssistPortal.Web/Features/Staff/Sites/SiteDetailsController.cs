using AssistPortal.Assist;
using AssistPortal.Assist.Access;
using AssistPortal.Assist.Sites;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Staff.Packages;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Sites;

/// <summary>A site's name, host name, currency and packages.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/sites")]
public sealed class SiteDetailsController(
    SiteDetailsPages pages,
    SiteDesk desk,
    SiteDetailsValidator validator,
    IStringLocalizer<SitesTexts> texts,
    IStringLocalizer<SharedTexts> shared) : Controller
{
    [HttpGet("add")]
    public async Task<IActionResult> Add(CancellationToken cancellationToken) =>
        View("Details", await pages.ReadAsync(new SiteDetailsInput { IsActive = PackageInput.Yes }, null, cancellationToken));

    [HttpPost("add")]
    public async Task<IActionResult> AddNew(SiteDetailsInput input, CancellationToken cancellationToken)
    {
        var page = await pages.ReadAsync(input, null, cancellationToken);
        if (!this.Accepts(validator.Validate(input, null)))
        {
            return this.FormAgain("Details", page);
        }

        var (outcome, id) = await desk.AddAsync(DetailsOf(page), User.UserId(), cancellationToken);
        return outcome == EditOutcome.Saved ? Done(id, texts["Notice.Added"]) : Twin(page);
    }

    [HttpGet("{id:int}/details")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellationToken) =>
        await pages.FindAsync(id, cancellationToken) is { } site
            ? View("Details", await pages.ReadAsync(SiteDetailsInput.From(site), site, cancellationToken))
            : NotFound();

    [HttpPost("{id:int}/details")]
    public async Task<IActionResult> Save(int id, SiteDetailsInput input, CancellationToken cancellationToken)
    {
        if (await pages.FindAsync(id, cancellationToken) is not { } site)
        {
            return NotFound();
        }

        var page = await pages.ReadAsync(input, site, cancellationToken);
        if (!this.Accepts(validator.Validate(input, site)))
        {
            return this.FormAgain("Details", page);
        }

        var version = Tolerant.Number(input.Version) ?? -1;
        switch (await desk.ChangeAsync(id, version, DetailsOf(page), User.UserId(), cancellationToken))
        {
            case EditOutcome.Saved:
                return Done(id, texts["Notice.Saved"]);
            case EditOutcome.NameTaken:
                return Twin(page);
            case EditOutcome.ChangedMeanwhile when await pages.FindAsync(id, cancellationToken) is { } now:
                ModelState.AddModelError("", shared["Changed.Error"]);
                input.Version = $"{now.Version}";
                var changed = pages.Between(input, SiteDetailsInput.From(now), page.Packages);
                return this.FormChanged("Details", page with { Site = now, Changed = changed });
            default:
                return NotFound();
        }
    }

    private static SiteDetails DetailsOf(SiteDetailsPage page) => page.Input.Read(page.Packages.Select(package => package.Id));

    private ViewResult Twin(SiteDetailsPage page)
    {
        ModelState.AddModelError(nameof(SiteDetailsInput.HostName), texts["HostName.Taken"]);
        return this.FormAgain("Details", page);
    }

    private LocalRedirectResult Done(int id, LocalizedString notice)
    {
        TempData["Notice"] = notice.Value;
        return LocalRedirect($"/staff/sites/{id}/details");
    }
}
