using AssistPortal.Assist.Desk;
using AssistPortal.Data.Accounts;
using AssistPortal.Mail.Desk;
using AssistPortal.Mail.Mime;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
using AssistPortal.Web.Shared.Times;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Mail;

/// <summary>The portal's mails: what became of each, and what staff can do about it.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/mail")]
public sealed class MailController(
    MailList list,
    MailPages pages,
    MailDesk desk,
    SessionsTelling sessions,
    MailSource source,
    ReaderTimes times,
    IStringLocalizer<StaffMailTexts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List([FromQuery] MailListInput input, CancellationToken cancellationToken)
    {
        input.State = MailFilter.Read(input.State);
        return View("List", new MailListPage
        {
            Input = input,
            List = await list.ReadAsync(input, cancellationToken),
            Counts = await list.CountAsync(cancellationToken),
            Time = await times.OfAsync(User, cancellationToken),
        });
    }

    [HttpGet("{id:guid}")]
    [PagePolicy(PagePolicy.WithFrames)]
    public async Task<IActionResult> Show(Guid id, [FromQuery] string? view, CancellationToken cancellationToken) =>
        await pages.ReadAsync(id, view, User, cancellationToken) is { } page
            ? View("Mail", page with { Notice = TempData["Notice"] as string })
            : NotFound();

    /// <summary>The HTML part, for the page's frame.</summary>
    [HttpGet("{id:guid}/html")]
    [PagePolicy(PagePolicy.Framed)]
    public async Task<IActionResult> Html(Guid id, CancellationToken cancellationToken) =>
        await pages.FindAsync(id, cancellationToken) is { } mail ? FramedMail.Of(mail.HtmlBody) : NotFound();

    /// <summary>The mail as an <c>.eml</c> file.</summary>
    [HttpGet("{id:guid}/source")]
    public async Task<IActionResult> Source(Guid id, CancellationToken cancellationToken) =>
        await pages.FindAsync(id, cancellationToken) is { } mail
            && await source.ReadAsync(mail, cancellationToken) is { } octets
            ? File(octets, "message/rfc822", $"{id}.eml")
            : NotFound();

    /// <summary>The question before a mail that was sent goes out once more.</summary>
    [HttpGet("{id:guid}/resend")]
    public async Task<IActionResult> Ask(Guid id, CancellationToken cancellationToken) =>
        await pages.ReadAsync(id, view: null, User, cancellationToken) is { } page
            ? page is { WasSent: true, Outdated: null } ? View("Resend", page) : LocalRedirect(page.Path)
            : NotFound();

    [HttpPost("{id:guid}/resend")]
    [PagePolicy(PagePolicy.WithFrames)]
    public async Task<IActionResult> Resend(Guid id, MailActInput input, CancellationToken cancellationToken) =>
        await pages.ReadAsync(id, view: null, User, cancellationToken) is { Outdated: not null } page
            ? this.Changed("Mail", page with { IsRefused = true })
            : await DoneAsync(
                id,
                await desk.ResendAsync(id, input.Seen, User.UserId(), cancellationToken),
                texts["Notice.Resent"],
                cancellationToken);

    /// <summary>Tells the reader those sessions of an outdated mail that still are as it says.</summary>
    [HttpPost("{id:guid}/sessions")]
    [PagePolicy(PagePolicy.WithFrames)]
    public async Task<IActionResult> TellSessions(Guid id, CancellationToken cancellationToken) =>
        await pages.ReadAsync(id, view: null, User, cancellationToken) is not { } page
            ? NotFound()
            : await sessions.TellAsync(id, User.UserId(), cancellationToken) == DeskOutcome.Done
                ? this.Saved(page.Path, texts["Notice.Sessions"])
                : this.Changed("Mail", page with { Refusal = MailAct.ChangedMeanwhile });

    [HttpPost("{id:guid}/hold")]
    [PagePolicy(PagePolicy.WithFrames)]
    public async Task<IActionResult> Hold(Guid id, MailActInput input, CancellationToken cancellationToken) =>
        await DoneAsync(
            id,
            await desk.HoldAsync(id, input.Seen, User.UserId(), cancellationToken),
            texts["Notice.Held"],
            cancellationToken);

    private async Task<IActionResult> DoneAsync(
        Guid id, MailAct act, LocalizedString notice, CancellationToken cancellationToken)
    {
        if (act == MailAct.Done)
        {
            return this.Saved($"/staff/mail/{id}", notice);
        }

        return act != MailAct.Gone && await pages.ReadAsync(id, view: null, User, cancellationToken) is { } page
            ? this.Changed("Mail", page with { Refusal = act })
            : NotFound();
    }
}
