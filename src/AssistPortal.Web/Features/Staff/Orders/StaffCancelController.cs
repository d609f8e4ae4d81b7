using System.Globalization;
using AssistPortal.Assist.Managing;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders;

/// <summary>Cancels an order, for the fee that it costs now or without one.</summary>
[Route("staff/orders/{number}/cancel")]
public sealed class StaffCancelController(
    StaffOrders orders,
    OrderCancellation cancellation,
    IValidator<StaffCancelInput> validator,
    IStringLocalizer<StaffOrdersTexts> texts,
    IClock clock) : StaffActController(orders)
{
    [HttpGet("")]
    public IActionResult Ask() => IsComing ? View("Cancel", Page(new StaffCancelInput())) : LocalRedirect(Path);

    [HttpPost("")]
    public async Task<IActionResult> Cancel(StaffCancelInput input, CancellationToken cancellationToken)
    {
        if (!this.Accepts(validator.Validate(input)))
        {
            return this.FormAgain("Cancel", Page(input));
        }

        var isWaived = Tolerant.Code(input.Fee) == StaffCancelInput.Waive;
        var shown = long.TryParse(input.FeeMinor, NumberStyles.None, CultureInfo.InvariantCulture, out var fee) ? fee : (long?)null;
        var answer = await cancellation.CancelAsync(
            new SeenOrder(Order.Id, Tolerant.Number(input.Version), shown),
            OrderVisitor.Host(User.UserId()),
            isWaived ? Tolerant.Text(input.Reason) : null,
            cancellationToken);
        return answer == CancelAnswer.Cancelled
            ? Done(texts[isWaived ? "Cancel.Done.Waived" : "Cancel.Done"])
            : await ChangedAsync("Cancel", now => Task.FromResult<object>(Page(input) with { Whole = now, HasChanged = true }));
    }

    private bool IsComing => Order.PhaseAt(clock.GetCurrentInstant()) == OrderPhase.Coming;

    private StaffCancelPage Page(StaffCancelInput input)
    {
        var fee = Order.CancellationFeeAt(clock.GetCurrentInstant());
        (input.Version, input.FeeMinor) = ($"{Order.Version}", $"{fee.Amount.Minor}");
        return new StaffCancelPage(Whole, input, fee, IsComing, HasChanged: false);
    }
}

/// <summary>What cancelling costs.</summary>
public sealed record StaffCancelPage(WholeOrder Whole, StaffCancelInput Input, CancellationFee Fee, bool IsPossible, bool HasChanged)
    : StaffActPage(Whole, HasChanged);
