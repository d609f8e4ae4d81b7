using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Access;

internal static class MailedLinks
{
    /// <summary>
    /// Ends all mailed links to an order, and at once the access of whoever came in by them or by number and e-mail:
    /// they may not be its contact any more.
    /// </summary>
    public static async Task EndLinksAsync(
        this PortalDbContext db, Guid orderId, CancellationToken cancellationToken)
    {
        await db.Set<OrderAccessToken>()
            .Where(token => token.OrderId == orderId)
            .ExecuteDeleteAsync(cancellationToken);
        await db.EndAccessAsync(orderId, cancellationToken);
    }

    /// <summary>Ends the links that were mailed before a moment, likewise; without any, nothing ends.</summary>
    public static async Task EndFormerLinksAsync(
        this PortalDbContext db, Guid orderId, Instant before, CancellationToken cancellationToken)
    {
        if (await db.Set<OrderAccessToken>()
            .Where(token => token.OrderId == orderId && token.MailedAt < before)
            .ExecuteDeleteAsync(cancellationToken) > 0)
        {
            await db.EndAccessAsync(orderId, cancellationToken);
        }
    }

    private static Task<int> EndAccessAsync(
        this PortalDbContext db, Guid orderId, CancellationToken cancellationToken) => db.Set<Order>()
        .Where(order => order.Id == orderId)
        .ExecuteUpdateAsync(
            set => set.SetProperty(order => order.AccessRound, order => order.AccessRound + 1), cancellationToken);
}
