using AssistPortal.Assist.Orders;
using AssistPortal.Web.Features.Orders;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>A page on which a coordinator acts on an order.</summary>
/// <param name="Whole">The order.</param>
/// <param name="HasChanged">Whether somebody else has changed it since the coordinator saw it.</param>
public abstract record StaffActPage(OrderWithRelations Whole, bool HasChanged) : OrderActPage(Whole, HasChanged)
{
    /// <summary>Longest reason that a coordinator gives.</summary>
    public const int ReasonLength = 500;

    public override string Path => $"staff/orders/{Order.RequestNumber}";
}
