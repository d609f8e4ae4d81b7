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
        View("Meeting", await PageAsync(
            new MeetingInput { SiteId = Tolerant.Code(site), DurationMinutes = "60" }, null, cancellationToken));

    [HttpPost("add")]
    public async Task<IActionResult> AddNew(MeetingInput input, CancellationToken cancellationToken)
    {
        var page = await PageAsync(input, null, cancellationToken);
        var (details, result) = reader.Read(input, page.Site);
        return this.Accepts(result)
            ? Done(
                await book.AddAsync(page.Site!.Id, details!, User.UserId(), cancellationToken),
                texts["Notice.Added"],
                page)
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
        var (details, result) = reader.Read(input, page.Site);
        if (!this.Accepts(result))
        {
            return this.FormAgain("Meeting", page);
        }

        var outcome = await book.ChangeAsync(
            id, Tolerant.Version(input.Version), details!, User.UserId(), cancellationToken);
        return outcome == EditOutcome.ChangedMeanwhile && await FindAsync(id, cancellationToken) is { } now
            ? this.Changed("Meeting", Again(page, now), shared["Changed.Error"])
            : Done(outcome, texts["Notice.Changed"], page);
    }

    [HttpGet("{id:guid}/delete")]
    public async Task<IActionResult> Delete(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } session
            ? View("Delete", await PageAsync(MeetingInput.From(session), session, cancellationToken))
            : NotFound();

    [HttpPost("{id:guid}/delete")]
    public async Task<IActionResult> Remove(Guid id, [FromForm] string? version, CancellationToken cancellationToken)
    {
        var outcome = await book.RemoveAsync(id, Tolerant.Version(version), User.UserId(), cancellationToken);
        return outcome == EditOutcome.ChangedMeanwhile && await FindAsync(id, cancellationToken) is { } now
            ? this.Changed(
                "Delete", await PageAsync(MeetingInput.From(now), now, cancellationToken), texts["Delete.Changed"])
            : outcome == EditOutcome.Saved ? this.Saved(MeetingListPage.Path, texts["Notice.Removed"])
            : Gone();
    }

    private IActionResult Done(EditOutcome outcome, LocalizedString notice, MeetingPage page) => outcome switch
    {
        EditOutcome.Saved => this.Saved(MeetingListPage.Path, notice),
        EditOutcome.NumberTaken => this.Refused(
            "Meeting", page, nameof(MeetingInput.MeetingNumber), texts["MeetingNumber.Taken"]),
        _ => Gone(),
    };

    /// <summary>Meetings come and go by imports, too: the list says it.</summary>
    private LocalRedirectResult Gone() => this.Saved(MeetingListPage.Path, texts["Notice.Gone"]);

    /// <summary>The form with what was typed, good for the meeting as it is now.</summary>
    private MeetingPage Again(MeetingPage page, MeetingSession now)
    {
        page.Input.Version = $"{now.Version}";
        return page with { Changed = differences.Between(page.Input, MeetingInput.From(now)) };
    }

    private async Task<MeetingPage> PageAsync(
        MeetingInput input, MeetingSession? session, CancellationToken cancellationToken)
    {
        var sites = await db.Set<Site>().AsNoTracking().OrderBy(site => site.Name).ToListAsync(cancellationToken);
        var siteId = session?.SiteId ?? Tolerant.Number(input.SiteId);
        return new MeetingPage
        {
            Input = input,
            Session = session,
            Sites = sites,
            Site = sites.Find(site => site.Id == siteId),
        };
    }

    private Task<MeetingSession?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.Set<MeetingSession>().AsNoTracking().SingleOrDefaultAsync(session => session.Id == id, cancellationToken);
}
