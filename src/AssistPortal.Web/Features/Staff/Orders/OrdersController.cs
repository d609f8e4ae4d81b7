using AssistPortal.Assist.Managing;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders;

/// <summary>An order as coordinators see it.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/orders/{number}")]
public sealed class OrdersController(
    WholeOrders orders,
    OrderPages pages,
    CustomerAddresses addresses,
    AccessLinks links,
    IStringLocalizer<StaffOrdersTexts> texts,
    IClock clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string number, CancellationToken cancellationToken) =>
        await FindAsync(number, cancellationToken) is { } whole
            ? View("Order", new StaffOrderPage
            {
                Page = pages.Of(whole) with { IsForStaff = true },
                Phase = whole.Order.PhaseAt(clock.GetCurrentInstant()),
                AddressFails = await addresses.FailsAsync(whole.Order, cancellationToken),
                Notice = TempData["Notice"] as string,
            })
            : NotFound();

    /// <summary>Mails the customer a new link; the former ones end.</summary>
    [HttpPost("access-link")]
    public async Task<IActionResult> SendLink(string number, CancellationToken cancellationToken)
    {
        if (await FindAsync(number, cancellationToken) is not { } whole)
        {
            return NotFound();
        }

        TempData["Notice"] = await links.SendAsync(whole, User.UserId(), cancellationToken)
            ? texts["Link.Sent", whole.Order.Contact.Email].Value
            : texts["Link.Late"].Value;
        return LocalRedirect($"/staff/orders/{whole.Order.RequestNumber}");
    }

    private async Task<WholeOrder?> FindAsync(string number, CancellationToken cancellationToken)
    {
        if (!RequestNumber.TryParse(number, out var parsed))
        {
            return null;
        }

        var compact = parsed.Value.Compact;
        return await orders.FindAsync(order => order.Number == compact, cancellationToken);
    }
}
