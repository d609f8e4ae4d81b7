using System.Text;
using AssistPortal.Assist.Managing;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Updates;
using AssistPortal.Web.Features.Orders.Facts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Managing;

/// <summary>The Confirmation page of an update: the old date and time and the new.</summary>
[AllowAnonymous]
[ManagedOrder]
[Route(ManagePaths.Order)]
public sealed class UpdateConfirmationController(OrderUpdates updates, OrderPages orders, OrderCalendar calendar)
    : ManagedOrderController
{
    [HttpGet("confirmation")]
    public async Task<IActionResult> Show(CancellationToken cancellationToken) =>
        Order.State != OrderState.Cancelled
        && await updates.FindLastAsync(Order.Id, cancellationToken) is { } last && last.Start == Order.Time.Start
            ? View("Confirmation", new UpdatedPage(orders.Of(Managed.Whole), last))
            : To("availability");

    /// <summary>The event as a calendar file.</summary>
    [HttpGet("calendar.ics")]
    public IActionResult Calendar() => Order.State == OrderState.Cancelled ? NotFound() : File(
        Encoding.UTF8.GetBytes(calendar.Publish(Managed.Whole)),
        "text/calendar; charset=utf-8",
        $"{Order.RequestNumber}.ics");
}

/// <param name="Page">The order.</param>
/// <param name="Update">Its last update.</param>
public sealed record UpdatedPage(OrderPage Page, OrderUpdate Update);
