using AssistPortal.Assist;
using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Web.Features.Staff.Producers;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Producing;

/// <summary>A producer's assignments: those to come, those that are over, and each order.</summary>
[Authorize(Roles = AssistRoles.Producer)]
[Route("producer")]
public sealed class AssignmentsController(
    OwnProducer own,
    AssignedTimes times,
    AssignmentAnswers answers,
    AssignedOrderPages pages,
    IStringLocalizer<ProducersTexts> texts,
    IClock clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Coming([FromQuery] string? page, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await own.FindAsync(User, cancellationToken) is not { } producer)
        {
            return View("Coming", new AssignmentsPage { Refusal = TempData["Refusal"] as string });
        }

        var coming = await times.OfProducerAsync(producer.Id, new Interval(now, null), cancellationToken);
        var number = Math.Clamp(Tolerant.Number(page) ?? 1, 1, 10_000);
        var (past, count) = await times.PastAsync(
            producer.Id, now, (number - 1) * AssignmentsPage.Size, AssignmentsPage.Size, cancellationToken);
        return View("Coming", new AssignmentsPage
        {
            Producer = producer,
            Now = now,
            Coming = coming,
            Answers = await answers.OfAsync(coming, cancellationToken),
            Past = past,
            PastCount = count,
            Page = number,
            Notice = TempData["Notice"] as string,
            Refusal = TempData["Refusal"] as string,
        });
    }

    /// <summary>
    /// An order of which the producer has the live event or a session. One that they had once leads to those that they
    /// have; any other is not found.
    /// </summary>
    [HttpGet("orders/{number}")]
    public async Task<IActionResult> Order(string number, CancellationToken cancellationToken)
    {
        if (await own.FindAsync(User, cancellationToken) is not { } producer)
        {
            return NotFound();
        }

        if (await pages.FindAsync(producer, number, cancellationToken) is { } page)
        {
            return View("Order", page with { Notice = TempData["Notice"] as string });
        }

        return await pages.WasToldAsync(producer, number, cancellationToken)
            ? this.NotDone("/producer", texts["Answer.Gone"])
            : NotFound();
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

    /// <summary>What the producer has said, by the reservation.</summary>
    public IReadOnlyDictionary<Guid, AssignmentAnswer> Answers { get; init; } =
        new Dictionary<Guid, AssignmentAnswer>();

    /// <summary>What was just done.</summary>
    public string? Notice { get; init; }

    /// <summary>Why what was asked for was not done.</summary>
    public string? Refusal { get; init; }

    public IReadOnlyList<AssignedTime> Past { get; init; } = [];

    public int PastCount { get; init; }

    public int Page { get; init; } = 1;

    public Instant Now { get; init; }

    /// <summary>What was said to a live event, in a word; null for what needs no answer.</summary>
    public string? AnswerOf(AssignedTime time) =>
        Answers.TryGetValue(time.ReservationId, out var answer)
            ? answer.IsAccepted ? "Accepted" : "Declined"
            : time.Session is null && time.Order.PhaseAt(Now) == OrderPhase.Coming ? "Open" : null;

    public int Pages => Math.Max(1, (PastCount + Size - 1) / Size);
}
