using AssistPortal.Assist.Orders;

namespace AssistPortal.Web.Features.Orders;

/// <summary>A page on which somebody acts on an order.</summary>
/// <param name="Whole">The order.</param>
/// <param name="HasChanged">Whether somebody else has changed it since the page was opened.</param>
public abstract record OrderActPage(OrderWithRelations Whole, bool HasChanged)
{
    public Order Order => Whole.Order;

    /// <summary>Path of the order, below the portal.</summary>
    public abstract string Path { get; }
}
