using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sessions;
using NodaTime;

namespace AssistPortal.Assist.Assignments;

/// <summary>A producer's time that an order has for good: for its live event, or for one of its sessions.</summary>
/// <param name="ReservationId">The reservation: another time or producer is another one.</param>
/// <param name="Order">The order, to be looked at.</param>
/// <param name="Session">The session; null for the live event.</param>
/// <param name="ProducerId">Whose time it is.</param>
/// <param name="Reserved">All that is reserved, with lead and trail.</param>
public sealed record AssignedTime(
    Guid ReservationId, Order Order, OrderSession? Session, int ProducerId, Interval Reserved)
{
    /// <summary>Which time it is, whoever has it.</summary>
    public AssignedKey Key => new(Order.Id, Session?.Id);

    /// <summary>Version of the session, or of the order where it is the live event.</summary>
    public int Version => Session?.Version ?? Order.Version;

    /// <summary>The event or session itself, in the zone of the event.</summary>
    public EventTime Time => Session is null
        ? Order.Time
        : Order.Time with { Start = Session.Start, DurationMinutes = Session.DurationMinutes };

    internal QuarterRange Quarters => QuarterRange.Touching(Reserved.Start, Reserved.End);
}

/// <summary>A live event or a session of an order.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="SessionId">The session; null for the live event.</param>
public sealed record AssignedKey(Guid OrderId, Guid? SessionId);
