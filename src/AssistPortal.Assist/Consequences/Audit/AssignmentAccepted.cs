using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Consequences.Audit;

/// <summary>The producer of an order's live event has accepted it.</summary>
[AuditAction("assignment.accepted")]
internal sealed record AssignmentAccepted(Guid OrderId, int ProducerId) : OrderRecord(OrderId);
