using AssistPortal.Trials.Converting;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Web.Shared.Paging;

namespace AssistPortal.Web.Features.Trials.Orders;

/// <summary>A line of the list.</summary>
/// <param name="Order">What was ordered.</param>
/// <param name="Trial">For which trial.</param>
/// <param name="IsOpen">Whether its WebEx part is not ordered yet.</param>
public sealed record PurchaseOrderRow(PurchaseOrder Order, Trial Trial, bool IsOpen)
{
    public OrderPlace Place => new(IsOpen, new MomentKey(Order.OrderedAt, Order.Id));
}
