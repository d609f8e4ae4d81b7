using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Desk.Audit;

/// <summary>A matter was dealt with outside of the portal.</summary>
[AuditAction("order.attention-settled")]
public sealed record OrderAttentionSettled(Guid OrderId, AttentionReason Reason) : OrderRecord(OrderId);
