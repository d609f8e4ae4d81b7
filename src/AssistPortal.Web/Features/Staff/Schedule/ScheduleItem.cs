using AssistPortal.Assist.Assignments;

namespace AssistPortal.Web.Features.Staff.Schedule;

/// <summary>A reservation on a day.</summary>
public sealed record ScheduleItem
{
    /// <summary>All that is reserved, with lead and trail.</summary>
    public required ScheduleBar Bar { get; init; }

    /// <summary>The event itself, where there is an order and it takes place that day.</summary>
    public ScheduleBar? EventBar { get; init; }

    /// <summary>The event's time of an order; the reserved time of a hold.</summary>
    public required string Words { get; init; }

    /// <summary>The reserved time.</summary>
    public required string ReservedWords { get; init; }

    /// <summary>Until when it is held; null for an order.</summary>
    public string? HeldUntil { get; init; }

    public string? Topic { get; init; }

    /// <summary>Which session of the order it is; null for the event itself.</summary>
    public BoardSession? Session { get; init; }

    public string? PackageName { get; init; }

    public string? Number { get; init; }
}
