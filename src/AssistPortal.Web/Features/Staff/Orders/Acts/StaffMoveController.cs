using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Updates;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>
/// Gives an order another date and time. Sooner than customers may ask for takes a reason, which is kept.
/// </summary>
[Route("staff/orders/{number}/move")]
public sealed class StaffMoveController(
    OrderReader orders,
    StaffMoveReader reader,
    StaffMover mover,
    StaffMovePages pages,
    IStringLocalizer<StaffOrderActsTexts> texts,
    IClock clock) : StaffActController(orders)
{
    [HttpGet("")]
    public async Task<IActionResult> Ask(CancellationToken cancellationToken) => IsComing
        ? View("Move", await pages.OfAsync(Whole, StaffMovePages.FormOf(Whole), from: null, cancellationToken))
        : LocalRedirect(Path);

    [HttpPost("")]
    public async Task<IActionResult> Move(
        StaffMoveInput input, StripInput choice, [FromForm] string? alternative, CancellationToken cancellationToken)
    {
        if (choice.IsMade)
        {
            input.Choose(choice, Order.Time.LocalStart.Zone);
            return View("Move", await pages.OfAsync(Whole, input, choice.From, cancellationToken));
        }

        if (InstantPattern.General.Parse(Tolerant.Code(alternative)) is { Success: true, Value: var picked })
        {
            input.SetStart(picked.InZone(Order.Time.LocalStart.Zone));
        }

        if (reader.Read(input, Order, ModelState) is not { } start)
        {
            return this.FormAgain("Move", await pages.OfAsync(Whole, input, from: null, cancellationToken));
        }

        if (!IsComing || (Tolerant.Number(input.Version) is { } seen && seen != Order.Version))
        {
            return await ChangedAsync(input, cancellationToken);
        }

        return await MoveAsync(input, start, cancellationToken);
    }

    /// <summary>The month strip alone, for what is typed so far.</summary>
    [HttpGet("free-times")]
    public async Task<IActionResult> FreeTimes(
        [FromQuery] StaffMoveInput input, [FromQuery] string? freeTimesFrom, CancellationToken cancellationToken) =>
        PartialView(
            "_FreeTimes",
            (await pages.OfAsync(Whole, input, Tolerant.Date(freeTimesFrom), cancellationToken)).FreeTimes);

    private bool IsComing => Order.PhaseAt(clock.GetCurrentInstant()) == OrderPhase.Coming;

    private async Task<IActionResult> MoveAsync(
        StaffMoveInput input, Instant start, CancellationToken cancellationToken)
    {
        var (former, formerName) = (Order.ProducerId, Whole.Producer.Name);
        var reason = Tolerant.Text(input.Reason);
        var followUp = Whole.ChangesMeetingByItself && Tolerant.Code(input.Meeting) == CheckTagHelper.Ticked
            ? MeetingFollowUp.Pending
            : MeetingFollowUp.Later;
        var move = new StaffMove(
            start,
            followUp,
            Tolerant.Number(input.ProducerId),
            reason.Length == 0 ? null : reason,
            input.Words());
        return await mover.MoveAsync(Order, move, User.UserId(), cancellationToken) switch
        {
            MoveAnswer.Reserved(var producer) when producer == former => Done(texts["Move.Done"]),
            MoveAnswer.Reserved(var producer) => Done(
                texts["Move.Done.Other", await pages.NameAsync(producer, cancellationToken), formerName]),
            MoveAnswer.Taken => this.Refused(
                "Move",
                await pages.OfAsync(Whole, input, from: null, cancellationToken),
                nameof(input.ProducerId),
                texts["Move.Taken"]),
            MoveAnswer.Nobody nobody => this.FormAgain(
                "Move",
                await pages.OfAsync(Whole, input, from: null, cancellationToken) with
                {
                    NobodyFree = NobodyFree.From(nobody, Order.Time),
                }),
            _ => await ChangedAsync(input, cancellationToken),
        };
    }

    private Task<IActionResult> ChangedAsync(StaffMoveInput input, CancellationToken cancellationToken) =>
        ChangedAsync("Move", async now =>
        {
            input.Version = $"{now.Order.Version}";
            return await pages.OfAsync(now, input, from: null, cancellationToken) with { HasChanged = true };
        });
}
