using AssistPortal.Assist.Consequences.Audit;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Assist.Sessions;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Consequences;

/// <summary>A live event or session that has gone from one producer to another at the same time.</summary>
/// <param name="Order">The order, as it is now.</param>
/// <param name="Session">The session, as it is now; null for the live event.</param>
/// <param name="FormerProducerId">Who had it.</param>
internal sealed record Handover(Order Order, OrderSession? Session, int FormerProducerId)
{
    public int ProducerId => Session?.ProducerId ?? Order.ProducerId;

    public SessionTime FormerTime(OrderSession session) =>
        new(FormerProducerId, session.Start, session.DurationMinutes);

    public OrderRecord Record(string? reason)
    {
        var change = Change.Between(FormerProducerId, ProducerId);
        return Session is null
            ? new OrderProducerChanged(Order.Id, change, reason)
            : new SessionProducerChanged(Order.Id, Session.Id, change, reason);
    }
}
