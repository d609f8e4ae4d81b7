using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Managing.Audit;

/// <summary>A link to an order was mailed to its contact again: somebody asked for all of that e-mail.</summary>
[AuditAction("order.links-mailed")]
internal sealed record OrderLinksMailed(Guid OrderId) : OrderRecord(OrderId);
