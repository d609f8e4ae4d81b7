using AssistPortal.Assist.Orders;
using AssistPortal.Web.Features.Orders.Correspondence;

namespace AssistPortal.Web.Features.Orders.Sessions;

/// <summary>Who acts on the sessions of an order.</summary>
/// <param name="Path">Path of the order as the actor has it, without a slash before it.</param>
/// <param name="ProducerId">The producer for whom alone the actor may act; null for coordinators.</param>
public sealed record SessionActor(string Path, int? ProducerId = null)
{
    /// <summary>What is said to the customer: coordinators speak for the service, producers do not.</summary>
    public string? Words(IMessageToCustomer input) => ProducerId is null ? input.Words() : null;

    public static SessionActor Coordinator(Order order) => new($"staff/orders/{order.RequestNumber}");
}
