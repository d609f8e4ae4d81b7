using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Web.Features.Orders.Facts;
using AssistPortal.Web.Features.Orders.Sessions;

namespace AssistPortal.Web.Features.Producing;

/// <summary>An order as its producer sees it: without fees and notes.</summary>
/// <param name="Page">The order.</param>
/// <param name="Producer">Who looks.</param>
/// <param name="Mine">What of it is the producer's time.</param>
/// <param name="Sessions">All its sessions, whoever holds them.</param>
/// <param name="Answer">What the producer has said to the assignment; null for nothing yet.</param>
public sealed record AssignedOrderPage(
    OrderPage Page,
    Producer Producer,
    IReadOnlyList<AssignedTime> Mine,
    SessionTable Sessions,
    AssignmentAnswer? Answer)
{
    /// <summary>What was just done.</summary>
    public string? Notice { get; init; }

    /// <summary>Why what was asked for was not done.</summary>
    public string? Refusal { get; init; }

    /// <summary>What the producer says to the assignment, as typed.</summary>
    public AssignmentReplyInput Input { get; init; } = new();

    /// <summary>Whether the producer schedules its sessions.</summary>
    public bool CanSchedule => Sessions.IsComing && Page.Order.ProducerId == Producer.Id;

    /// <summary>The live event, where it is the producer's.</summary>
    public AssignedTime? Live => Mine.FirstOrDefault(time => time.Session is null);

    /// <summary>Whether the producer may still say something to it.</summary>
    public bool CanAnswer => Live is not null && Page.Phase == OrderPhase.Coming;
}
