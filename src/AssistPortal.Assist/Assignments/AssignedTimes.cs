using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sessions;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Assignments;

/// <summary>Reads which orders have which producers' time, live events and sessions alike.</summary>
public sealed class AssignedTimes(PortalDbContext db)
{
    /// <summary>The producer's times that touch an interval, in order.</summary>
    /// <param name="producerId">The producer.</param>
    /// <param name="time">The interval; it may be open at its end.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public Task<IReadOnlyList<AssignedTime>> OfProducerAsync(
        int producerId, Interval time, CancellationToken cancellationToken)
    {
        var (earliest, from) = (time.Start - Reservation.Longest, time.Start);
        var reserved = db.Set<Reservation>()
            .Where(item =>
                item.ProducerId == producerId && item.HoldUntil == null && item.Start > earliest && item.End > from);
        if (time.HasEnd)
        {
            var end = time.End;
            reserved = reserved.Where(item => item.Start < end);
        }

        return ReadAsync(reserved.OrderBy(item => item.Start), cancellationToken);
    }

    /// <summary>One page of the producer's times that are over, the last one first.</summary>
    public async Task<(IReadOnlyList<AssignedTime> Times, int Count)> PastAsync(
        int producerId, Instant now, int skip, int take, CancellationToken cancellationToken)
    {
        var past = db.Set<Reservation>()
            .Where(item => item.ProducerId == producerId && item.HoldUntil == null && item.End <= now);
        return (
            await ReadAsync(past.OrderByDescending(item => item.Start).Skip(skip).Take(take), cancellationToken),
            await past.CountAsync(cancellationToken));
    }

    /// <summary>What an order has of a producer's time.</summary>
    public async Task<IReadOnlyList<AssignedTime>> OfOrderAsync(
        Guid orderId, int producerId, CancellationToken cancellationToken) =>
        [.. (await OfOrdersAsync([orderId], cancellationToken)).Where(time => time.ProducerId == producerId)];

    /// <summary>What the orders have reserved, whoever's time it is.</summary>
    internal Task<IReadOnlyList<AssignedTime>> OfOrdersAsync(
        IReadOnlyCollection<Guid> orders, CancellationToken cancellationToken)
    {
        var sessions = db.Set<OrderSession>()
            .Where(session => orders.Contains(session.OrderId))
            .Select(session => (Guid?)session.Id);
        return ReadAsync(
            db.Set<Reservation>()
                .Where(item => item.HoldUntil == null
                    && ((item.OrderId != null && orders.Contains(item.OrderId.Value))
                        || sessions.Contains(item.SessionId)))
                .OrderBy(item => item.Start),
            cancellationToken);
    }

    private async Task<IReadOnlyList<AssignedTime>> ReadAsync(
        IQueryable<Reservation> reserved, CancellationToken cancellationToken)
    {
        var found = await reserved
            .Select(item => new { item.Id, item.OrderId, item.SessionId, item.ProducerId, item.Start, item.End })
            .ToListAsync(cancellationToken);
        var sessionIds = found.Select(item => item.SessionId).OfType<Guid>().ToList();
        var sessions = sessionIds.Count == 0 ? [] : await db.Set<OrderSession>().AsNoTracking()
            .Where(session => sessionIds.Contains(session.Id))
            .ToDictionaryAsync(session => session.Id, cancellationToken);
        var orderIds = found.Select(item => item.OrderId)
            .OfType<Guid>()
            .Concat(sessions.Values.Select(session => session.OrderId))
            .ToHashSet();
        var orders = await db.Set<Order>().AsNoTracking()
            .Where(order => orderIds.Contains(order.Id))
            .ToDictionaryAsync(order => order.Id, cancellationToken);
        return
        [
            .. from item in found
               let session = item.SessionId is { } id ? sessions.GetValueOrDefault(id) : null
               let order = orders.GetValueOrDefault(session?.OrderId ?? item.OrderId ?? Guid.Empty)
               where order is not null
               select new AssignedTime(item.Id, order, session, item.ProducerId, new Interval(item.Start, item.End)),
        ];
    }
}
