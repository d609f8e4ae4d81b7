using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sessions;
using NodaTime;

namespace AssistPortal.Web.Features.Orders.Sessions;

/// <summary>The sessions of an order.</summary>
/// <param name="Whole">The order.</param>
/// <param name="Overview">Its sessions, and what was ordered.</param>
/// <param name="Actor">Who looks.</param>
/// <param name="Now">The moment.</param>
public sealed record SessionTable(OrderWithRelations Whole, SessionOverview Overview, SessionActor Actor, Instant Now)
{
    public DateTimeZone Zone => Whole.Order.Time.LocalStart.Zone;

    /// <summary>Whether the order itself can still be changed.</summary>
    public bool IsComing => Whole.Order.PhaseAt(Now) == OrderPhase.Coming;

    public bool CanChange(OrderSession session) =>
        IsComing && session.CanChangeAt(Now)
        && (Actor.ProducerId is null
            || (Actor.ProducerId == session.ProducerId && Actor.ProducerId == Whole.Order.ProducerId));

    /// <summary>The session of that key, where the actor can change it.</summary>
    public OrderSession? Changeable(Guid sessionId) =>
        Overview.Find(sessionId) is { } session && CanChange(session) ? session : null;

    /// <summary>Whether it no longer lies before the event.</summary>
    public bool IsMisplaced(OrderSession session) => session.CanChangeAt(Now) && session.End > Whole.Order.Time.Start;

    /// <summary>Whether somebody else than the order's producer is going to hold it.</summary>
    public bool IsWithAnother(OrderSession session) =>
        IsComing && session.CanChangeAt(Now) && session.ProducerId != Whole.Order.ProducerId;
}
