using System.Globalization;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Managing;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>
/// Cancels an order, for the fee that it costs now or without one; also one whose event has begun or is over, but did
/// not take place.
/// </summary>
[Route("staff/orders/{number}/cancel")]
public sealed class StaffCancelController(
    OrderReader orders,
    OrderCancellation cancellation,
    CancellationQuotes quotes,
    IValidator<StaffCancelInput> validator,
    IStringLocalizer<StaffOrderActsTexts> texts,
    IClock clock) : StaffActController(orders)
{
    [HttpGet("")]
    public async Task<IActionResult> Ask(CancellationToken cancellationToken)
    {
        if (!Order.CanCancelAt(clock.GetCurrentInstant(), isByStaff: true))
        {
            return LocalRedirect(Path);
        }

        return View("Cancel", Seen(await PageAsync(new StaffCancelInput(), cancellationToken)));
    }

    [HttpPost("")]
    public async Task<IActionResult> Cancel(StaffCancelInput input, CancellationToken cancellationToken)
    {
        if (!this.Accepts(validator.Validate(input)))
        {
            return this.FormAgain("Cancel", await PageAsync(input, cancellationToken));
        }

        var isWaived = Tolerant.Code(input.Fee) == StaffCancelInput.Waive;
        var reason = Tolerant.Text(input.Reason);
        var shown = long.TryParse(input.FeeMinor, NumberStyles.None, CultureInfo.InvariantCulture, out var fee)
            ? fee
            : (long?)null;
        var answer = await cancellation.CancelAsync(
            new SeenOrder(Order.Id, Tolerant.Number(input.Version), shown),
            OrderVisitor.Staff(User.UserId()),
            new StaffTerms(isWaived, reason.Length == 0 ? null : reason, input.Words()),
            cancellationToken);
        return answer switch
        {
            CancelAnswer.Cancelled => Done(texts[isWaived ? "Cancel.Done.Waived" : "Cancel.Done"]),
            CancelAnswer.CostsMore => this.Refused(
                "Cancel",
                Seen(await PageAsync(input, cancellationToken)),
                nameof(input.Fee),
                texts["Cancel.CostsMore"]),
            _ => await ChangedAsync(
                "Cancel", async _ => Seen(await PageAsync(input, cancellationToken)) with { HasChanged = true }),
        };
    }

    private async Task<StaffCancelPage> PageAsync(StaffCancelInput input, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var quote = await quotes.OfAsync(Order, now, cancellationToken);
        return new StaffCancelPage(Whole, input, quote, Order.PhaseAt(now), HasChanged: false);
    }

    /// <summary>
    /// The form goes by what the page shows; before that, and with an error, by what it showed when it was filled in.
    /// </summary>
    private static StaffCancelPage Seen(StaffCancelPage page)
    {
        (page.Input.Version, page.Input.FeeMinor) = ($"{page.Order.Version}", $"{page.Quote.Amount.Minor}");
        return page;
    }
}
