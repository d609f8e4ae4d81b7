using AssistPortal.Assist;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Sites;

/// <summary>Sites, and where their meetings are looked up.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/sites")]
public sealed class SitesController(
    PortalDbContext db,
    SiteDirectories directories,
    DirectoryTest test,
    SiteValidator validator,
    IStringLocalizer<SitesTexts> texts,
    IStringLocalizer<SharedTexts> shared) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List(CancellationToken cancellationToken) =>
        View("Sites", await db.Set<Site>().AsNoTracking().OrderBy(site => site.Name).ToListAsync(cancellationToken));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } site
            ? View(
                "Site",
                new SitePage { Site = site, Input = SiteInput.From(site), Notice = TempData["Notice"] as string })
            : NotFound();

    [HttpPost("{id:int}")]
    public async Task<IActionResult> Save(int id, SiteInput input, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } site)
        {
            return NotFound();
        }

        var page = new SitePage { Site = site, Input = input };
        if (!this.Accepts(validator.Validate(input, site)))
        {
            return this.FormAgain("Site", page);
        }

        return await directories.ChangeAsync(
            id, Tolerant.Version(input.Version), input.Read(), User.UserId(), cancellationToken) switch
        {
            EditOutcome.Saved => this.Saved($"/staff/sites/{id}", texts["Saved"]),
            EditOutcome.ChangedMeanwhile => this.Changed(
                "Site", await AgainAsync(page, cancellationToken), shared["Changed.Error"]),
            _ => NotFound(),
        };
    }

    /// <summary>Tries the directory. It reaches outside, so no link leads here.</summary>
    [HttpPost("{id:int}/test")]
    public async Task<IActionResult> Test(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } site
            ? View("Site", new SitePage
            {
                Site = site, Input = SiteInput.From(site), Test = await test.RunAsync(site, cancellationToken),
            })
            : NotFound();

    private Task<Site?> FindAsync(int id, CancellationToken cancellationToken) =>
        db.Set<Site>().AsNoTracking().SingleOrDefaultAsync(site => site.Id == id, cancellationToken);

    /// <summary>The form with what was typed, good for the site as it is now; null where that is gone.</summary>
    private async Task<SitePage?> AgainAsync(SitePage page, CancellationToken cancellationToken)
    {
        if (await FindAsync(page.Site.Id, cancellationToken) is not { } now)
        {
            return null;
        }

        page.Input.Version = $"{now.Version}";
        return page with { Changed = Between(page.Input, SiteInput.From(now)) };
    }

    private ChangedMeanwhile Between(SiteInput typed, SiteInput saved) => ChangedMeanwhile.Between(
        [
            (texts["DirectoryKind"], Kind(typed), Kind(saved)),
            (texts["ScheduleChange"], Change(typed), Change(saved)),
            (texts["SchedulingPage"], typed.SchedulingPage, saved.SchedulingPage),
        ]);

    private string Kind(SiteInput input) => texts[$"DirectoryKind.{input.DirectoryKind}"];

    private string Change(SiteInput input) => texts[$"ScheduleChange.{input.ScheduleChange}"];
}
