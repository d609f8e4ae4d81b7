using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.Orders;

/// <summary>What customer and coordinators write to each other about an order.</summary>
public sealed class Correspondence(PortalDbContext db)
{
    /// <summary>The messages of an order, oldest first, to be looked at.</summary>
    public async Task<IReadOnlyList<OrderMessage>> ReadAsync(Guid orderId, CancellationToken cancellationToken) =>
        await db.Set<OrderMessage>().AsNoTracking()
            .Where(message => message.OrderId == orderId)
            .OrderBy(message => message.Position)
            .ToListAsync(cancellationToken);

    /// <summary>
    /// Adds the next message, unless it is the last one sent a second time. Saving is left to the caller; of two at the
    /// same moment the key refuses one, which is then begun again.
    /// </summary>
    /// <param name="orderId">The order.</param>
    /// <param name="write">Makes the message for its place.</param>
    /// <param name="cancellationToken">Nothing is added then.</param>
    /// <returns>The message; null where it is there already.</returns>
    internal async Task<OrderMessage?> AddAsync(
        Guid orderId, Func<int, OrderMessage> write, CancellationToken cancellationToken)
    {
        var last = await db.Set<OrderMessage>().AsNoTracking()
            .Where(message => message.OrderId == orderId)
            .OrderByDescending(message => message.Position)
            .FirstOrDefaultAsync(cancellationToken);
        var next = write((last?.Position ?? 0) + 1);
        if (last?.IsRepeatedBy(next) == true)
        {
            return null;
        }

        db.Add(next);
        return next;
    }
}
