using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Consequences.Audit;

/// <summary>Another producer has an order's live event.</summary>
[AuditAction("order.producer-changed")]
public sealed record OrderProducerChanged(Guid OrderId, Change<int> ProducerId, string? Reason)
    : OrderRecord(OrderId);
