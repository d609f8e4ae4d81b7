using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Consequences.Audit;

/// <summary>A coordinator has reopened a completed order.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Reason">Why; it stands on the credit note, where there is one.</param>
[AuditAction("order.reopened")]
public sealed record OrderReopened(Guid OrderId, string Reason) : OrderRecord(OrderId);
