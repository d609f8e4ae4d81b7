using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Data.Paging;
using AssistPortal.Web.Shared.Paging;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Resources.Coming;

/// <summary>A host's orders whose event has not ended, page by page.</summary>
public sealed class ComingList(PortalDbContext db, IClock clock)
{
    public const int PageSize = 25;

    // An event that is running still counts as coming.
    private static readonly Duration Longest = Duration.FromMinutes(EventTime.MaximumMinutes);

    private static readonly CompiledQuery<Func<PortalDbContext, Guid, Instant, IAsyncEnumerable<ComingOrder>>> Next =
        new(() => EF.CompileAsyncQuery((PortalDbContext db, Guid userId, Instant running) => db.Set<Order>()
            .Where(order =>
                order.HostUserId == userId && order.State == OrderState.Placed && order.Time.Start > running)
            .OrderBy(order => order.Time.Start).ThenBy(order => order.Id)
            .Take(PageSize + 1)
            .Join(db.Users, order => order.HostUserId, user => (Guid?)user.Id, ComingOrder.Of)));

    public async Task<ComingOrders> ReadAsync(Guid userId, ComingInput input, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var (after, before) = (MomentKey.Read(input.After), MomentKey.Read(input.Before));
        if (before is not null)
        {
            var (earlier, hasMore) = await FillAsync(userId, before, isReversed: true, now, cancellationToken);
            if (hasMore)
            {
                earlier.Reverse();
                return new ComingOrders(earlier, HasEarlier: true, HasLater: true);
            }
        }

        var from = before is null ? after : null;
        var (orders, hasLater) = await FillAsync(userId, from, isReversed: false, now, cancellationToken);
        return new ComingOrders(orders, from is not null && orders.Count > 0, hasLater);
    }

    /// <summary>
    /// A page of them. What began in the last hours may be over: only its length tells, which no database is asked to
    /// reckon with.
    /// </summary>
    private async Task<(List<ComingOrder> Orders, bool HasMore)> FillAsync(
        Guid userId, MomentKey? from, bool isReversed, Instant now, CancellationToken cancellationToken)
    {
        var found = new List<ComingOrder>();
        List<ComingOrder> part;
        do
        {
            part = await PartAsync(userId, from, isReversed, now - Longest, cancellationToken);
            found.AddRange(part.Where(order => order.Time.End > now));
            from = part.Count > 0 ? part[^1].Key : from;
        }
        while (part.Count > PageSize && found.Count <= PageSize);
        return ([.. found.Take(PageSize)], found.Count > PageSize);
    }

    private async Task<List<ComingOrder>> PartAsync(
        Guid userId, MomentKey? from, bool isReversed, Instant running, CancellationToken cancellationToken) =>
        from is null
            ? await Next.On(db)(db, userId, running).ToListAsync(cancellationToken)
            : await db.Set<Order>()
                .Where(order =>
                    order.HostUserId == userId && order.State == OrderState.Placed && order.Time.Start > running)
                .Beyond(order => order.Time.Start, order => order.Id, !isReversed, from.Moment, from.Id)
                .SortedBy(order => order.Time.Start, order => order.Id, !isReversed)
                .Take(PageSize + 1)
                .Join(db.Users, order => order.HostUserId, user => (Guid?)user.Id, ComingOrder.Of)
                .ToListAsync(cancellationToken);
}
