using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Desk.Audit;

/// <summary>Another coordinator looks after the order, or nobody any more.</summary>
[AuditAction("order.owner-changed")]
public sealed record OrderOwnerChanged(Guid OrderId, Change<Guid?> OwnerId) : OrderRecord(OrderId);
