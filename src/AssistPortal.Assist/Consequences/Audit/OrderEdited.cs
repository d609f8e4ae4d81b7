using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Consequences.Audit;

/// <summary>A coordinator has changed what the customer gave.</summary>
[AuditAction("order.edited")]
public sealed record OrderEdited(Guid OrderId, Change<OrderSnapshot> Order) : OrderRecord(OrderId);
