using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Consequences.Audit;

/// <summary>The producer of an order's live event has declined it.</summary>
[AuditAction("assignment.declined")]
public sealed record AssignmentDeclined(Guid OrderId, int ProducerId, string Reason) : OrderRecord(OrderId);
