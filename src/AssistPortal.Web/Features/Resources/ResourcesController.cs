using System.Text;
using AssistPortal.Assist;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Revisions;
using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Features.Orders.Facts;
using AssistPortal.Web.Features.Orders.Next;
using AssistPortal.Web.Features.Orders.Timeline;
using AssistPortal.Web.Shared.Times;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Resources;

/// <summary>My Resources: a host's coming orders, and each order on its own page.</summary>
[Authorize(Roles = AssistRoles.Host)]
[Route("resources")]
public sealed class ResourcesController(
    PortalDbContext db,
    Cached<Catalogue> catalogue,
    OrderPages orders,
    NextSteps next,
    CorrespondencePages correspondence,
    OrderTimeline timeline,
    OrderCalendar calendar,
    ReaderTimes times,
    IClock clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> MyResources(CancellationToken cancellationToken)
    {
        var userId = User.UserId();
        var now = clock.GetCurrentInstant();

        // An event that is running still counts as coming: the longest lasts twelve hours.
        var running = now - Duration.FromMinutes(EventTime.MaximumMinutes);
        var coming = await db.Set<Order>().AsNoTracking()
            .Where(
                order => order.HostUserId == userId && order.State == OrderState.Placed && order.Time.Start > running)
            .OrderBy(order => order.Time.Start)
            .Select(order => new ComingOrder(
                order.Number, order.Event.Topic, order.Time, order.PackageId, order.State))
            .ToListAsync(cancellationToken);
        return View(new MyResourcesPage(
            [.. coming.Where(order => order.Time.End > now)],
            await catalogue.GetAsync(cancellationToken),
            await times.OfAsync(User, cancellationToken)));
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

/// <param name="Coming">Orders whose event has not ended, the next one first.</param>
/// <param name="Catalogue">All packages.</param>
/// <param name="Time">Tells how far they are, in days of the reader's zone.</param>
public sealed record MyResourcesPage(
    IReadOnlyList<ComingOrder> Coming, Catalogue Catalogue, OwnTime Time);

/// <summary>What the list shows of an order.</summary>
/// <param name="Number">The request number's symbols.</param>
/// <param name="Topic">Topic of the event.</param>
/// <param name="Time">When it is.</param>
/// <param name="PackageId">The package.</param>
/// <param name="State">How far the order is.</param>
public sealed record ComingOrder(string Number, string Topic, EventTime Time, int PackageId, OrderState State)
{
    public RequestNumber RequestNumber => RequestNumber.Parse(Number);

    /// <summary>How far its event is.</summary>
    public OrderPhase PhaseAt(Instant now) => State.PhaseAt(Time, now);
}
