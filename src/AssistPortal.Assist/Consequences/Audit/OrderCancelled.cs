using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using NodaTime;

namespace AssistPortal.Assist.Consequences.Audit;

/// <summary>An order is cancelled.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Start">When the event would have started.</param>
/// <param name="ProducerId">Who had it.</param>
/// <param name="Fee">What is to be paid for it.</param>
/// <param name="Percent">Its share of the whole fee.</param>
/// <param name="Reason">Why a coordinator has cancelled it; null where none is given.</param>
[AuditAction("order.cancelled")]
public sealed record OrderCancelled(Guid OrderId, Instant Start, int ProducerId, Money Fee, int Percent, string? Reason)
    : OrderRecord(OrderId);
