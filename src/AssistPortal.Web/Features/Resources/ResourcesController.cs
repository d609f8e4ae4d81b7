using System.Text;
using AssistPortal.Assist;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Revisions;
using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Features.Orders.Facts;
using AssistPortal.Web.Features.Orders.Next;
using AssistPortal.Web.Features.Orders.Timeline;
using AssistPortal.Web.Features.Resources.Coming;
using AssistPortal.Web.Shared.Times;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Resources;

/// <summary>My Resources: a host's coming orders, and each order on its own page.</summary>
[Authorize(Roles = AssistRoles.Host)]
[Route("resources")]
public sealed class ResourcesController(
    ComingList coming,
    Cached<Catalogue> catalogue,
    OrderPages orders,
    NextSteps next,
    CorrespondencePages correspondence,
    OrderTimeline timeline,
    OrderCalendar calendar,
    ReaderTimes times) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> MyResources([FromQuery] ComingInput input, CancellationToken cancellationToken)
    {
        var shown = await coming.ReadAsync(User.UserId(), input, cancellationToken);
        return View(new MyResourcesPage(
            shown, await catalogue.GetAsync(cancellationToken), times.In(shown.HostZone)));
    }

    [HttpGet("orders/{number}")]
    public async Task<IActionResult> Order(string number, CancellationToken cancellationToken) =>
        await FindAsync(number, cancellationToken) is { } page
            ? View(new OwnOrderPage(
                page,
                await next.OfAsync(page.Whole, cancellationToken),
                await correspondence.ForCustomerAsync(page.Order, cancellationToken),
                await timeline.ReadAsync(page.Order, User, isForStaff: false, cancellationToken)))
            : NotFound();

    [HttpGet("orders/{number}/print")]
    public async Task<IActionResult> Print(string number, CancellationToken cancellationToken) =>
        await FindAsync(number, cancellationToken) is { } order ? View(order) : NotFound();

    /// <summary>The event as a calendar file.</summary>
    [HttpGet("orders/{number}/calendar.ics")]
    public async Task<IActionResult> Calendar(string number, CancellationToken cancellationToken)
    {
        if (await FindAsync(number, cancellationToken) is not { Order.State: not OrderState.Cancelled } page)
        {
            return NotFound();
        }

        var text = calendar.Publish(page.Whole);
        return File(Encoding.UTF8.GetBytes(text), "text/calendar; charset=utf-8", $"{page.Order.RequestNumber}.ics");
    }

    private async Task<OrderPage?> FindAsync(string number, CancellationToken cancellationToken) =>
        RequestNumber.TryParse(number, out var parsed)
            ? await orders.FindAsync(User.UserId(), parsed.Value, cancellationToken)
            : null;
}

/// <param name="Page">The order.</param>
/// <param name="Next">What comes next.</param>
/// <param name="Correspondence">What was written about it.</param>
/// <param name="Timeline">What has happened to it.</param>
public sealed record OwnOrderPage(
    OrderPage Page,
    IReadOnlyList<NextStep> Next,
    IReadOnlyList<ShownMessage> Correspondence,
    TimelinePage Timeline);

/// <param name="Coming">Orders whose event has not ended.</param>
/// <param name="Catalogue">All packages.</param>
/// <param name="Time">Tells how far they are, in days of the reader's zone.</param>
public sealed record MyResourcesPage(ComingOrders Coming, Catalogue Catalogue, OwnTime Time);
