using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Consequences.Audit;

/// <summary>A customer has written to the coordinators.</summary>
/// <param name="OrderId">The order, with which the message stands.</param>
/// <param name="Position">Which of its messages.</param>
[AuditAction("order.message-received")]
public sealed record OrderMessageReceived(Guid OrderId, int Position) : OrderRecord(OrderId);
