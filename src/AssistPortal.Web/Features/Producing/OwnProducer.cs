using System.Security.Claims;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Staffing;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Orders;
using AssistPortal.Web.Features.Orders.Sessions;

namespace AssistPortal.Web.Features.Producing;

/// <summary>The producer who is signed in.</summary>
public sealed class OwnProducer(ProducerBook book)
{
    /// <summary>With all parts; null for an account that no coordinator has given to a producer yet.</summary>
    public Task<Producer?> FindAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        book.FindAsync(user.UserId(), cancellationToken);

    /// <summary>
    /// The order of that number where it is the producer's own. Another's is not found, one with a session of the own
    /// too.
    /// </summary>
    public async Task<OrderWithRelations?> FindOrderAsync(
        ClaimsPrincipal user, OrderReader orders, string number, CancellationToken cancellationToken) =>
        await FindAsync(user, cancellationToken) is { } producer
        && await orders.FindByNumberAsync(number, cancellationToken) is { } whole
        && whole.Order.ProducerId == producer.Id
            ? whole
            : null;

    /// <summary>The producer of an order, who schedules its sessions for nobody else.</summary>
    public static SessionActor ActorOf(Order order) => new($"producer/orders/{order.RequestNumber}", order.ProducerId);
}
