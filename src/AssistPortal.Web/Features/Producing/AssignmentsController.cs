using AssistPortal.Assist;
using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Web.Features.Orders;
using AssistPortal.Web.Features.Orders.Facts;
using AssistPortal.Web.Features.Orders.Sessions;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace AssistPortal.Web.Features.Producing;

/// <summary>A producer's assignments: those to come, those that are over, and each order.</summary>
[Authorize(Roles = AssistRoles.Producer)]
[Route("producer")]
public sealed class AssignmentsController(
    OwnProducer own, AssignedTimes times, OrderReader orders, OrderPages pages, SessionPages sessions, IClock clock)
    : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Coming([FromQuery] string? page, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await own.FindAsync(User, cancellationToken) is not { } producer)
        {
            return View("Coming", new AssignmentsPage());
        }

        var coming = await times.OfProducerAsync(producer.Id, new Interval(now, null), cancellationToken);
        var number = Math.Clamp(Tolerant.Number(page) ?? 1, 1, 10_000);
        var (past, count) = await times.PastAsync(
            producer.Id, now, (number - 1) * AssignmentsPage.Size, AssignmentsPage.Size, cancellationToken);
        return View("Coming", new AssignmentsPage
        {
            Producer = producer, Coming = coming, Past = past, PastCount = count, Page = number,
        });
    }

    /// <summary>An order of which the producer has the live event or a session.</summary>
    [HttpGet("orders/{number}")]
    public async Task<IActionResult> Order(string number, CancellationToken cancellationToken)
    {
        if (await own.FindAsync(User, cancellationToken) is not { } producer
            || await orders.FindByNumberAsync(number, cancellationToken) is not { } whole)
        {
            return NotFound();
        }

        var mine = await times.OfOrderAsync(whole.Order.Id, producer.Id, cancellationToken);
        if (mine.Count == 0 && whole.Order.ProducerId != producer.Id)
        {
            return NotFound();
        }

        var actor = OwnProducer.ActorOf(whole.Order) with { ProducerId = producer.Id };
        var table = await sessions.TableAsync(whole, actor, cancellationToken);
        return View(
            "Order",
            new AssignedOrderPage(pages.Of(whole), producer, mine, table) { Notice = TempData["Notice"] as string });
    }
}

/// <summary>A producer's assignments.</summary>
public sealed record AssignmentsPage
{
    /// <summary>How many of those that are over stand on one page.</summary>
    public const int Size = 20;

    /// <summary>Null for an account that is given to no producer.</summary>
    public Producer? Producer { get; init; }

    public IReadOnlyList<AssignedTime> Coming { get; init; } = [];

    public IReadOnlyList<AssignedTime> Past { get; init; } = [];

    public int PastCount { get; init; }

    public int Page { get; init; } = 1;

    public int Pages => Math.Max(1, (PastCount + Size - 1) / Size);
}

/// <summary>An order as its producer sees it: without fees and notes.</summary>
/// <param name="Page">The order.</param>
/// <param name="Producer">Who looks.</param>
/// <param name="Mine">What of it is the producer's time.</param>
/// <param name="Sessions">All its sessions, whoever holds them.</param>
public sealed record AssignedOrderPage(
    OrderPage Page, Producer Producer, IReadOnlyList<AssignedTime> Mine, SessionTable Sessions)
{
    /// <summary>What was just done.</summary>
    public string? Notice { get; init; }

    /// <summary>Whether the producer schedules its sessions.</summary>
    public bool CanSchedule => Sessions.IsComing && Page.Order.ProducerId == Producer.Id;
}
