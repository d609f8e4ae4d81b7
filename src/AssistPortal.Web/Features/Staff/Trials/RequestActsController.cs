using AssistPortal.Data.Accounts;
using AssistPortal.Trials;
using AssistPortal.Trials.Desk;
using AssistPortal.Trials.Devices;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>What the help desk does with a request.</summary>
[Authorize(Roles = TrialRoles.HelpDesk)]
[Route("staff/trials/requests/{id:guid}")]
public sealed class RequestActsController(
    RequestDesk desk, RequestPages pages, AnswerValidator validator, IStringLocalizer<HelpDeskTexts> texts) : Controller
{
    [HttpPost("take")]
    public async Task<IActionResult> Take(Guid id, CancellationToken cancellationToken) =>
        await DoneAsync(
            id, await desk.TakeAsync(id, User.UserId(), cancellationToken), texts["Done.Taken"], cancellationToken);

    [HttpPost("release")]
    public async Task<IActionResult> Release(Guid id, CancellationToken cancellationToken) =>
        await DoneAsync(
            id,
            await desk.ReleaseAsync(id, User.UserId(), cancellationToken),
            texts["Done.Released"],
            cancellationToken);

    [HttpPost("answer")]
    public async Task<IActionResult> Answer(Guid id, AnswerInput input, CancellationToken cancellationToken)
    {
        if (await pages.OfAsync(id, User, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        if (!this.Accepts(await validator.ValidateAsync(input, cancellationToken)))
        {
            return this.FormAgain("Request", page with { Input = input });
        }

        var outcome = await desk.AnswerAsync(id, Tolerant.Text(input.Answer), User.UserId(), cancellationToken);
        return await DoneAsync(id, outcome, texts["Done.Answered"], cancellationToken);
    }

    [HttpPost("label-sent")]
    public async Task<IActionResult> SendLabel(Guid id, CancellationToken cancellationToken) =>
        await DoneAsync(
            id,
            await desk.SendLabelAsync(id, User.UserId(), cancellationToken),
            texts["Done.LabelSent"],
            cancellationToken);

    [HttpPost("site-deleted")]
    public async Task<IActionResult> NoteSiteDeleted(Guid id, CancellationToken cancellationToken) =>
        await DoneAsync(
            id,
            await desk.NoteSiteDeletedAsync(id, User.UserId(), cancellationToken),
            texts["Done.SiteDeleted"],
            cancellationToken);

    [HttpPost("picked-up")]
    public Task<IActionResult> NotePickUp(Guid id, CancellationToken cancellationToken) =>
        NoteAsync(id, DeviceState.PickedUp, cancellationToken);

    [HttpPost("received")]
    public Task<IActionResult> NoteReceipt(Guid id, CancellationToken cancellationToken) =>
        NoteAsync(id, DeviceState.Received, cancellationToken);

    [HttpPost("closed")]
    public Task<IActionResult> CloseReturn(Guid id, CancellationToken cancellationToken) =>
        NoteAsync(id, DeviceState.Closed, cancellationToken);

    private async Task<IActionResult> NoteAsync(Guid id, DeviceState next, CancellationToken cancellationToken) =>
        await DoneAsync(
            id,
            await desk.NoteReturnAsync(id, next, User.UserId(), cancellationToken),
            texts["Done.Noted"],
            cancellationToken);

    private async Task<IActionResult> DoneAsync(
        Guid id, RequestOutcome became, LocalizedString notice, CancellationToken cancellationToken)
    {
        if (became == RequestOutcome.Gone || await pages.OfAsync(id, User, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        return became switch
        {
            RequestOutcome.Done => this.Saved(page.Path, notice),
            RequestOutcome.TakenByOther => this.NotDone(
                page.Path, texts["Refused.TakenByOther", page.Taker ?? texts["Taker.Gone"]]),
            _ => this.NotDone(page.Path, texts[$"Refused.{became}"]),
        };
    }
}
