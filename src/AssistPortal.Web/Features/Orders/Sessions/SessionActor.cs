using AssistPortal.Assist.Orders;

namespace AssistPortal.Web.Features.Orders.Sessions;

/// <summary>Who acts on the sessions of an order.</summary>
/// <param name="Path">Path of the order as the actor has it, without a slash before it.</param>
/// <param name="ProducerId">The producer for whom alone the actor may act; null for coordinators.</param>
public sealed record SessionActor(string Path, int? ProducerId = null)
{
    public static SessionActor Coordinator(Order order) => new($"staff/orders/{order.RequestNumber}");
}
