using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Consequences.Audit;

/// <summary>A host has placed an order, or a coordinator for a customer.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="ProducerId">Who has it.</param>
/// <param name="Reason">Why it may start sooner than the lead time; null where it does not.</param>
/// <param name="AllowedBy">The coordinator who allowed that.</param>
/// <param name="ByStaff">Whether a coordinator placed it; null where the host did.</param>
[AuditAction("order.placed")]
public sealed record OrderPlaced(
    Guid OrderId, int ProducerId, string? Reason = null, Guid? AllowedBy = null, bool? ByStaff = null)
    : OrderRecord(OrderId);
