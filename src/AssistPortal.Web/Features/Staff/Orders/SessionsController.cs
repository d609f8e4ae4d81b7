using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sessions;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Ordering;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders;

/// <summary>Planning call, consultations and rehearsals of an order: schedule, move, cancel.</summary>
[Route("staff/orders/{number}/sessions")]
public sealed class SessionsController(
    StaffOrders orders,
    SessionPages pages,
    SessionBook book,
    IValidator<SessionInput> validator,
    IStringLocalizer<StaffOrdersTexts> texts,
    IStringLocalizer<OrderingTexts> ordering) : StaffActController(orders)
{
    /// <param name="id">The session that is to be moved; none for a new one.</param>
    /// <param name="kind">Kind of the new one.</param>
    /// <param name="start">A free time that was picked, on the event's wall clock.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    [HttpGet("")]
    public async Task<IActionResult> Show(
        [FromQuery] Guid? id, [FromQuery] string? kind, [FromQuery] string? start, CancellationToken cancellationToken)
    {
        var input = await pages.FormOfAsync(Whole, id, SessionValidator.KindOf(kind), cancellationToken);
        if (input is null)
        {
            return NotFound();
        }

        if (Tolerant.DateAndTime(start) is { } picked)
        {
            (input.StartDate, input.StartTime) = (FieldPatterns.Date.Format(picked.Date), FieldPatterns.Time.Format(picked.TimeOfDay));
        }

        return View("Sessions", await pages.OfAsync(Whole, input, cancellationToken));
    }

    [HttpPost("")]
    public async Task<IActionResult> Save(SessionInput input, CancellationToken cancellationToken)
    {
        if (!this.Accepts(validator.Validate(input))
            || input.ReadStart(Order.Time.LocalStart.Zone, ModelState, ordering) is not { } start)
        {
            return await AgainAsync(input, cancellationToken);
        }

        var time = new SessionTime(
            Tolerant.Number(input.ProducerId)!.Value, start.ToInstant(), Tolerant.Number(input.DurationMinutes)!.Value);
        var isNew = Tolerant.Code(input.SessionId).Length == 0;
        var outcome = isNew
            ? await book.ScheduleAsync(Order.Id, SessionValidator.KindOf(input.Kind)!.Value, time, User.UserId(), cancellationToken)
            : Guid.TryParse(input.SessionId, out var id)
                ? await book.MoveAsync(
                    new SeenSession(Order.Id, id, Tolerant.Number(input.Version) ?? -1), time, User.UserId(), cancellationToken)
                : SessionOutcome.ChangedMeanwhile;
        switch (outcome)
        {
            case SessionOutcome.Done:
                return Done(texts[isNew ? "Session.Scheduled" : "Session.Moved"]);
            case SessionOutcome.Taken:
                ModelState.AddModelError(nameof(input.StartTime), texts["Session.Taken"]);
                return await AgainAsync(input, cancellationToken);
            case SessionOutcome.NotPossible:
                ModelState.AddModelError(nameof(input.StartDate), texts["Session.NotPossible"]);
                return await AgainAsync(input, cancellationToken);
            default:
                return await ChangedAsync("Sessions", async now =>
                    await pages.OfAsync(now, input, cancellationToken) with { HasChanged = true });
        }
    }

    [HttpPost("{id:guid}/cancel")]
    public async Task<IActionResult> Cancel(Guid id, [FromForm] string? version, CancellationToken cancellationToken)
    {
        var seen = new SeenSession(Order.Id, id, Tolerant.Number(version) ?? -1);
        if (await book.CancelAsync(seen, User.UserId(), cancellationToken) == SessionOutcome.Done)
        {
            return Done(texts["Session.Cancelled"]);
        }

        var input = (await pages.FormOfAsync(Whole, sessionId: null, kind: null, cancellationToken))!;
        return await ChangedAsync("Sessions", async now =>
            await pages.OfAsync(now, input, cancellationToken) with { HasChanged = true });
    }

    private async Task<IActionResult> AgainAsync(SessionInput input, CancellationToken cancellationToken) =>
        this.FormAgain("Sessions", await pages.OfAsync(Whole, input, cancellationToken));
}

/// <summary>The sessions of an order, and the form of one.</summary>
/// <param name="Whole">The order.</param>
/// <param name="Input">What was typed.</param>
/// <param name="Sessions">Those that are scheduled.</param>
/// <param name="Producers">Who could hold one: the order's producer and whoever is qualified for the package.</param>
/// <param name="Free">When the chosen producer has time.</param>
/// <param name="Doubled">The two moments to choose from, where the typed time occurs twice.</param>
/// <param name="HasChanged">Whether somebody else has changed the order meanwhile.</param>
public sealed record SessionsPage(
    WholeOrder Whole,
    SessionInput Input,
    IReadOnlyList<ShownSession> Sessions,
    IReadOnlyList<Producer> Producers,
    FreeSessionTimes Free,
    LocalTimeReading.Doubled? Doubled,
    bool HasChanged) : StaffActPage(Whole, HasChanged)
{
    public bool IsMove => Tolerant.Code(Input.SessionId).Length > 0;
}
