using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sessions;
using NodaTime;

namespace AssistPortal.Assist.Producers;

/// <summary>A producer's time that an order has for good: for its live event, or for one of its sessions.</summary>
public sealed record AssignedTime
{
    public required Guid OrderId { get; init; }

    /// <summary>The session; null for the live event.</summary>
    public required Guid? SessionId { get; init; }

    /// <summary>Kind of the session; null for the live event.</summary>
    public required SessionKind? Session { get; init; }

    /// <summary>Version of the session, or of the order where it is the live event.</summary>
    public required int Version { get; init; }

    public required RequestNumber Number { get; init; }

    public required string Topic { get; init; }

    public required int PackageId { get; init; }

    /// <summary>Culture name of the asked language.</summary>
    public required string Language { get; init; }

    public required ContactDetails Contact { get; init; }

    public required OrderState State { get; init; }

    public required int ProducerId { get; init; }

    /// <summary>The event or session itself, in the zone of the event.</summary>
    public required EventTime Time { get; init; }

    /// <summary>All that is reserved, with lead and trail.</summary>
    public required Interval Reserved { get; init; }

    internal QuarterRange Quarters => QuarterRange.Touching(Reserved.Start, Reserved.End);
}
