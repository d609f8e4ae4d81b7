using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Access.Audit;

/// <summary>Somebody without an account was let in to an order.</summary>
[AuditAction("order.accessed")]
internal sealed record OrderAccessed(Guid OrderId, AccessMeans By) : OrderRecord(OrderId);
