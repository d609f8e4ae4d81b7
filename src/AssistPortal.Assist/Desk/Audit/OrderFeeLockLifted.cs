using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Desk.Audit;

/// <summary>Cancelling costs what the terms say again, although the customer has moved the order.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="LeastCancellationPercent">Which share of the fee cancelling costs at least.</param>
/// <param name="Reason">Why a coordinator forgoes it.</param>
[AuditAction("order.fee-lock-lifted")]
public sealed record OrderFeeLockLifted(Guid OrderId, Change<int> LeastCancellationPercent, string Reason)
    : OrderRecord(OrderId);
