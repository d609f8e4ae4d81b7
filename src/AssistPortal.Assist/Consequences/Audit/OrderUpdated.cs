using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Assist.Updates;
using AssistPortal.Data.Audit;
using NodaTime;

namespace AssistPortal.Assist.Consequences.Audit;

/// <summary>An order has another date and time.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Start">When the event starts.</param>
/// <param name="ProducerId">Who has it.</param>
/// <param name="Meeting">What becomes of the meeting on the site.</param>
/// <param name="LeastCancellationPercent">
/// Which share of the fee cancelling costs at least, since a customer has moved it; null in entries of old.
/// </param>
/// <param name="Reason">Why a coordinator has moved it; null where none is given.</param>
[AuditAction("order.updated")]
public sealed record OrderUpdated(
    Guid OrderId,
    Change<Instant> Start,
    Change<int> ProducerId,
    MeetingFollowUp Meeting,
    Change<int>? LeastCancellationPercent,
    string? Reason)
    : OrderRecord(OrderId)
{
    /// <summary>What a confirmed update has changed.</summary>
    internal static OrderUpdated By(OrderUpdate update, Change<int> leastCancellationPercent, string? reason) => new(
        update.OrderId,
        Change.Between(update.FormerStart, update.Start),
        Change.Between(update.FormerProducerId!.Value, update.ProducerId!.Value),
        update.Meeting!.Value,
        leastCancellationPercent,
        reason);
}
