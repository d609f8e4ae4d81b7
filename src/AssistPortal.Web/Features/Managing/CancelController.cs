using System.Globalization;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Managing;
using AssistPortal.Assist.Orders;
using AssistPortal.Web.Features.Orders.Facts;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Managing;

/// <summary>Cancel Assist Services: asks, and shows what it costs.</summary>
[AllowAnonymous]
[ManagedOrder]
[Route(ManagePaths.Order + "/cancel")]
public sealed class CancelController(
    OrderCancellation cancellation,
    CancellationQuotes quotes,
    OrderReader orders,
    OrderPages pages,
    IStringLocalizer<ManagingTexts> texts) : ManagedOrderController
{
    [HttpGet]
    public async Task<IActionResult> Ask(CancellationToken cancellationToken) => Managed.Phase == OrderPhase.Coming
        ? View("Cancel", await PageAsync(Managed.Whole, cancellationToken))
        : To("availability");

    [HttpPost]
    public async Task<IActionResult> Answer(CancelInput input, CancellationToken cancellationToken)
    {
        var confirmed = Tolerant.Code(input.Confirm).ToLowerInvariant();
        if (confirmed == "no" || Managed.Phase != OrderPhase.Coming)
        {
            return To("availability");
        }

        if (confirmed != "yes")
        {
            ModelState.AddModelError(nameof(input.Confirm), texts["Confirm.Missing"]);
            return this.FormAgain("Cancel", await PageAsync(Managed.Whole, cancellationToken));
        }

        var fee = long.TryParse(input.Fee, NumberStyles.None, CultureInfo.InvariantCulture, out var shown)
            ? shown
            : (long?)null;
        var seen = new SeenOrder(Order.Id, Tolerant.Number(input.Version), fee);
        var answer = await cancellation.CancelAsync(seen, Managed.Visitor, terms: null, cancellationToken);
        if (answer == CancelAnswer.Cancelled)
        {
            TempData["Notice"] = "Cancelled";
            return LocalRedirect(Managed.Visitor.UserId is null ? $"/{ManagePaths.Start}" : "/assist");
        }

        var orderId = Order.Id;
        var now = await orders.FindAsync(order => order.Id == orderId, cancellationToken);
        if (now!.Order.PhaseAt(Managed.Now) != OrderPhase.Coming)
        {
            return To("availability");
        }

        ModelState.AddModelError(
            nameof(input.Confirm),
            answer == CancelAnswer.CostsMore ? texts["Cancel.CostsMore"] : texts["Cancel.Changed"]);
        return this.FormAgain("Cancel", await PageAsync(now, cancellationToken));
    }

    private async Task<CancelPage> PageAsync(OrderWithRelations whole, CancellationToken cancellationToken)
    {
        var order = whole.Order;
        var quote = await quotes.OfAsync(order, Managed.Now, cancellationToken);
        var input = new CancelInput
        {
            Version = order.Version.ToString(CultureInfo.InvariantCulture),
            Fee = quote.Amount.Minor.ToString(CultureInfo.InvariantCulture),
        };
        return new CancelPage(pages.Of(whole), input, quote);
    }
}
