using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Assist.Scheduling;

namespace AssistPortal.Assist.Desk;

/// <summary>What an edit would make of an order.</summary>
/// <param name="Before">The order as it is.</param>
/// <param name="After">As it would be.</param>
/// <param name="Fee">What it would cost.</param>
/// <param name="Nobody">Why nobody could assist it so; null where somebody can.</param>
public sealed record EditForecast(
    OrderSnapshot Before, OrderSnapshot After, StandardFee Fee, NobodyReason? Nobody = null)
{
    public bool HasOtherProducer => After.ProducerId != Before.ProducerId;
}
