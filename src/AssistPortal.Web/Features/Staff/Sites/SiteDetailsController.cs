using AssistPortal.Assist;
using AssistPortal.Assist.Ordering;
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
    StillToCome stillToCome,
    IStringLocalizer<SitesTexts> texts,
    IStringLocalizer<SharedTexts> shared) : Controller
{
    [HttpGet("add")]
    public async Task<IActionResult> Add(CancellationToken cancellationToken) =>
        View(
            "Details",
            await pages.ReadAsync(new SiteDetailsInput { IsActive = PackageInput.Yes }, null, cancellationToken));

    [HttpPost("add")]
    public async Task<IActionResult> AddNew(SiteDetailsInput input, CancellationToken cancellationToken)
    {
        var page = await pages.ReadAsync(input, null, cancellationToken);
        if (!this.Accepts(validator.Validate(input, null)))
        {
            return this.FormAgain("Details", page);
        }

        var (outcome, id) = await desk.AddAsync(DetailsOf(page), User.UserId(), cancellationToken);
        return outcome == EditOutcome.Saved
            ? this.Saved(PathOf(id), texts["Notice.Added"])
            : this.Refused("Details", page, nameof(input.HostName), texts["HostName.Taken"]);
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

        if (site.IsActive && input.IsActive == PackageInput.No && input.Anyway != PackageInput.Yes
            && await stillToCome.AtSiteAsync(id, cancellationToken) is { IsNothing: false } things)
        {
            var orders = $"~/staff/orders?status=coming&site={id}";
            return View("Details", page with { Coming = new ComingNotice(things, orders) });
        }

        return await desk.ChangeAsync(
            id, Tolerant.Version(input.Version), DetailsOf(page), User.UserId(), cancellationToken) switch
        {
            EditOutcome.Saved => this.Saved(PathOf(id), texts["Notice.Saved"]),
            EditOutcome.NameTaken => this.Refused("Details", page, nameof(input.HostName), texts["HostName.Taken"]),
            EditOutcome.ChangedMeanwhile => this.Changed(
                "Details", await pages.AgainAsync(page, cancellationToken), shared["Changed.Error"]),
            _ => NotFound(),
        };
    }

    private static SiteDetails DetailsOf(SiteDetailsPage page) =>
        page.Input.Read(page.Packages.Select(package => package.Id));

    private static string PathOf(int id) => $"/staff/sites/{id}/details";
}
