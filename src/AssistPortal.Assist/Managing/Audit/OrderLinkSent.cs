using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Managing.Audit;

/// <summary>A coordinator had a new link mailed to an order's contact.</summary>
[AuditAction("order.link-sent")]
internal sealed record OrderLinkSent(Guid OrderId) : OrderRecord(OrderId);
