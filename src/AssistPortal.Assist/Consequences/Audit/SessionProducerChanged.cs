using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Consequences.Audit;

/// <summary>Another producer has a session of an order.</summary>
[AuditAction("session.producer-changed")]
public sealed record SessionProducerChanged(Guid OrderId, Guid SessionId, Change<int> ProducerId, string? Reason)
    : OrderRecord(OrderId);
