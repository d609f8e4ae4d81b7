using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Desk.Audit;

/// <summary>A coordinator has marked an order as one that needs attention; a note says what for.</summary>
/// <param name="OrderId">The order.</param>
[AuditAction("order.marked")]
public sealed record OrderMarked(Guid OrderId) : OrderRecord(OrderId);
