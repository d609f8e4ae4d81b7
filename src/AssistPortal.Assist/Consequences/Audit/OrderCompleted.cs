using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Consequences.Audit;

/// <summary>A coordinator has completed an order.</summary>
[AuditAction("order.completed")]
public sealed record OrderCompleted(Guid OrderId, Change<ReportSnapshot> Report) : OrderRecord(OrderId);
