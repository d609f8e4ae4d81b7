using AssistPortal.Assist;
using AssistPortal.Assist.Access;
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

namespace AssistPortal.Web.Features.Staff.Meetings;

/// <summary>One meeting of the portal's own directory: add, edit, delete.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/meetings")]
public sealed class MeetingController(
    PortalDbContext db,
    MeetingBook book,
    MeetingReader reader,
    MeetingDifferences differences,
    IStringLocalizer<MeetingsTexts> texts,
    IStringLocalizer<SharedTexts> shared) : Controller
{
    [HttpGet("add")]
    public async Task<IActionResult> Add([FromQuery] string? site, CancellationToken cancellationToken) =>
        View("Meeting", await PageAsync(new MeetingInput { SiteId = Tolerant.Code(site), DurationMinutes = "60" }, null, cancellationToken));

    [HttpPost("add")]
    public async Task<IActionResult> AddNew(MeetingInput input, CancellationToken cancellationToken)
    {
        var page = await PageAsync(input, null, cancellationToken);
        if (page.Site is null)
        {
            ModelState.AddModelError(nameof(input.SiteId), texts["SiteId.Unknown"]);
        }

        return Read(input, page.Site) is { } details
            ? Done(await book.AddAsync(page.Site!.Id, details, User.UserId(), cancellationToken), texts["Notice.Added"], page)
            : this.FormAgain("Meeting", page);
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } session
            ? View("Meeting", await PageAsync(MeetingInput.From(session), session, cancellationToken))
            : NotFound();

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Save(Guid id, MeetingInput input, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } session)
        {
            return Gone();
        }

        var page = await PageAsync(input, session, cancellationToken);
        if (Read(input, page.Site) is not { } details)
        {
            return this.FormAgain("Meeting", page);
        }

        var outcome = await book.ChangeAsync(id, VersionOf(input.Version), details, User.UserId(), cancellationToken);
        if (outcome != EditOutcome.ChangedMeanwhile || await FindAsync(id, cancellationToken) is not { } now)
        {
            return Done(outcome, texts["Notice.Changed"], page);
        }

        ModelState.AddModelError("", shared["Changed.Error"]);
        input.Version = $"{now.Version}";
        return this.FormChanged("Meeting", page with { Changed = differences.Between(input, MeetingInput.From(now)) });
    }

    [HttpGet("{id:guid}/delete")]
    public async Task<IActionResult> Delete(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } session
            ? View("Delete", await PageAsync(MeetingInput.From(session), session, cancellationToken))
            : NotFound();

    [HttpPost("{id:guid}/delete")]
    public async Task<IActionResult> Remove(Guid id, [FromForm] string? version, CancellationToken cancellationToken)
    {
        var outcome = await book.RemoveAsync(id, VersionOf(version), User.UserId(), cancellationToken);
        if (outcome == EditOutcome.ChangedMeanwhile && await FindAsync(id, cancellationToken) is { } now)
        {
            ModelState.Clear();
            ModelState.AddModelError("", texts["Delete.Changed"]);
            return this.FormChanged("Delete", await PageAsync(MeetingInput.From(now), now, cancellationToken));
        }

        return outcome == EditOutcome.Saved ? ToList(texts["Notice.Removed"]) : Gone();
    }

    private static int VersionOf(string? typed) => Tolerant.Number(typed) ?? -1;

    private MeetingDetails? Read(MeetingInput input, Site? site)
    {
        // Without a site only the link can't be judged.
        var (details, errors) = reader.Read(input, site);
        foreach (var error in errors)
        {
            ModelState.AddModelError(error.PropertyName, error.ErrorMessage);
        }

        return site is null ? null : details;
    }

    private IActionResult Done(EditOutcome outcome, LocalizedString notice, MeetingPage page)
    {
        switch (outcome)
        {
            case EditOutcome.Saved:
                return ToList(notice);
            case EditOutcome.NumberTaken:
                ModelState.AddModelError(nameof(MeetingInput.MeetingNumber), texts["MeetingNumber.Taken"]);
                return this.FormAgain("Meeting", page);
            default:
                return Gone();
        }
    }

    private IActionResult Gone() => ToList(texts["Notice.Gone"]);

    private IActionResult ToList(LocalizedString notice)
    {
        TempData["Notice"] = notice.Value;
        return LocalRedirect(MeetingListPage.Path);
    }

    private async Task<MeetingPage> PageAsync(MeetingInput input, MeetingSession? session, CancellationToken cancellationToken)
    {
        var sites = await db.Set<Site>().AsNoTracking().OrderBy(site => site.Name).ToListAsync(cancellationToken);
        var siteId = session?.SiteId ?? Tolerant.Number(input.SiteId);
        return new MeetingPage { Input = input, Session = session, Sites = sites, Site = sites.Find(site => site.Id == siteId) };
    }

    private Task<MeetingSession?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.Set<MeetingSession>().AsNoTracking().SingleOrDefaultAsync(session => session.Id == id, cancellationToken);
}
