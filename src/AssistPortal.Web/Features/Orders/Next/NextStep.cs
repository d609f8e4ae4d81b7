using AssistPortal.Web.Features.Orders.Timeline;

namespace AssistPortal.Web.Features.Orders.Next;

/// <summary>Something that belongs to an order and was held, is scheduled or is to come.</summary>
/// <param name="Title">What.</param>
/// <param name="State">How far it is.</param>
public sealed record NextStep(string Title, NextStepState State)
{
    /// <summary>Date and time on the clock of the event; null where there is none yet.</summary>
    public string? When { get; init; }

    /// <summary>That clock's zone.</summary>
    public string? Zone { get; init; }

    public IReadOnlyList<string> Details { get; init; } = [];

    public IReadOnlyList<TimelineLink> Links { get; init; } = [];
}
