using AssistPortal.Assist.Managing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Texts;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Ordering;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Web.Features.Staff.Orders;

/// <summary>Gives an order another date and time. Sooner than customers may ask for takes a reason, which is kept.</summary>
[Route("staff/orders/{number}/move")]
public sealed class StaffMoveController(
    StaffOrders orders,
    OrderUpdates updates,
    IValidator<StaffMoveInput> validator,
    IStringLocalizer<StaffOrdersTexts> texts,
    IStringLocalizer<OrderingTexts> ordering,
    IClock clock) : StaffActController(orders)
{
    [HttpGet("")]
    public IActionResult Ask()
    {
        var input = new StaffMoveInput { Version = $"{Order.Version}" };
        input.SetStart(Order.Time.LocalStart);
        return IsComing ? View("Move", Page(input)) : LocalRedirect(Path);
    }

    [HttpPost("")]
    public async Task<IActionResult> Move(StaffMoveInput input, [FromForm] string? alternative, CancellationToken cancellationToken)
    {
        var zone = Order.Time.LocalStart.Zone;
        if (InstantPattern.General.Parse(Tolerant.Code(alternative)) is { Success: true, Value: var picked })
        {
            input.SetStart(picked.InZone(zone));
        }

        if (!this.Accepts(validator.Validate(input))
            || input.ReadStart(zone, ModelState, ordering) is not { } start
            || !IsAllowed(start, Tolerant.Text(input.Reason)))
        {
            return this.FormAgain("Move", Page(input));
        }

        if (!IsComing || (Tolerant.Number(input.Version) is { } seen && seen != Order.Version))
        {
            return await AgainAsync(input);
        }

        return await MoveAsync(input, start.ToInstant(), cancellationToken);
    }

    private bool IsComing => Order.PhaseAt(clock.GetCurrentInstant()) == OrderPhase.Coming;

    private async Task<IActionResult> MoveAsync(StaffMoveInput input, Instant start, CancellationToken cancellationToken)
    {
        var visitor = OrderVisitor.Host(User.UserId());
        var answer = await updates.BeginAsync(Order, start, visitor, cancellationToken);
        if (answer is MoveAnswer.Reserved && await updates.FindBegunAsync(Order.Id, visitor, cancellationToken) is { } update)
        {
            var reason = Tolerant.Text(input.Reason);
            answer = await updates.ConfirmAsync(
                Order, update, MeetingFollowUp.Later, visitor, reason.Length == 0 ? null : reason, cancellationToken);
        }

        switch (answer)
        {
            case MoveAnswer.Reserved:
                return Done(texts["Move.Done"]);
            case MoveAnswer.Nobody nobody:
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return View("Move", Page(input) with { NobodyFree = NobodyFree.From(nobody, Order.Time) });
            default:
                return await AgainAsync(input);
        }
    }

    private Task<IActionResult> AgainAsync(StaffMoveInput input) => ChangedAsync("Move", now =>
    {
        input.Version = $"{now.Order.Version}";
        return Task.FromResult<object>(Page(input) with { HasChanged = true });
    });

    private bool IsAllowed(ZonedDateTime start, string reason)
    {
        var bookable = updates.Bookable(Order);
        if (start.ToInstant() == Order.Time.Start)
        {
            ModelState.AddModelError(nameof(StaffMoveInput.StartTime), texts["Move.Same"]);
        }
        else if (start.ToInstant() <= clock.GetCurrentInstant())
        {
            ModelState.AddModelError(nameof(StaffMoveInput.StartTime), texts["Move.Past"]);
        }
        else if (start.ToInstant() < bookable.Start && reason.Length == 0)
        {
            ModelState.AddModelError(nameof(StaffMoveInput.Reason), texts["Move.Reason.Missing", Order.UpdateNoticeHours]);
        }
        else if (start.ToInstant() >= bookable.End)
        {
            ModelState.AddModelError(
                nameof(StaffMoveInput.StartDate),
                texts["Move.TooFar", Wording.Date((bookable.End - Duration.Epsilon).InZone(start.Zone).Date)]);
        }

        return ModelState.IsValid;
    }

    private StaffMovePage Page(StaffMoveInput input) =>
        new(Whole, input, input.Doubled(Order.Time.LocalStart.Zone), HasChanged: false);
}

/// <summary>The form of the new time.</summary>
/// <param name="Whole">The order.</param>
/// <param name="Input">What was typed.</param>
/// <param name="Doubled">The two moments to choose from, where the typed time occurs twice.</param>
/// <param name="HasChanged">Whether somebody else has changed the order meanwhile.</param>
public sealed record StaffMovePage(WholeOrder Whole, StaffMoveInput Input, LocalTimeReading.Doubled? Doubled, bool HasChanged)
    : StaffActPage(Whole, HasChanged)
{
    public NobodyFree? NobodyFree { get; init; }
}
