using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Consequences.Audit;

/// <summary>A coordinator has written to the customer.</summary>
/// <param name="OrderId">The order, with which the message stands.</param>
/// <param name="Position">Which of its messages.</param>
[AuditAction("order.message-sent")]
public sealed record OrderMessageSent(Guid OrderId, int Position) : OrderRecord(OrderId);
