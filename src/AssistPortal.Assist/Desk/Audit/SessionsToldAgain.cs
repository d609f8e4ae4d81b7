using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Desk.Audit;

/// <summary>
/// A coordinator has a reader told anew of sessions that still are as a mail has said, which no longer is true as a
/// whole.
/// </summary>
/// <param name="OrderId">The order.</param>
/// <param name="Sessions">How many sessions.</param>
[AuditAction("order.sessions-told")]
internal sealed record SessionsToldAgain(Guid OrderId, int Sessions) : OrderRecord(OrderId);
