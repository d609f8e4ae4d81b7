using AssistPortal.Assist.Demand;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Waiting;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Dashboard;

/// <summary>What was ordered, and what could not be.</summary>
public sealed class WeeklyFigures(PortalDbContext db, IClock clock)
{
    /// <summary>Most wishes that are read; of more, the newest count.</summary>
    public const int MostWishes = 5_000;

    /// <summary>
    /// Orders by when they were placed, and how many of those are cancelled. It is one statement, in which each number
    /// comes from an index alone.
    /// </summary>
    public async Task<IReadOnlyList<WeekOfOrders>> OrdersAsync(
        IReadOnlyCollection<Interval> weeks, CancellationToken cancellationToken)
    {
        var placed = await weeks
            .Select((week, place) => Counted(PlacedIn(week), place))
            .Concat(weeks.Select((week, place) => Counted(
                PlacedIn(week).Where(order => order.State == OrderState.Cancelled), weeks.Count + place)))
            .Aggregate(Queryable.Concat)
            .ToDictionaryAsync(count => count.Place, count => count.Orders, cancellationToken);
        return [.. weeks.Select((_, place) => new WeekOfOrders(
            placed.GetValueOrDefault(place), placed.GetValueOrDefault(weeks.Count + place)))];
    }

    /// <summary>The wishes since a moment that found nobody, newest first.</summary>
    public async Task<IReadOnlyList<UnmetWishFacts>> UnmetAsync(Instant since, CancellationToken cancellationToken) =>
        await db.Set<UnmetWish>()
            .Where(wish => wish.At >= since)
            .OrderByDescending(wish => wish.At)
            .Take(MostWishes)
            .Select(wish => new UnmetWishFacts(
                wish.At, wish.Start, wish.DurationMinutes, wish.PackageId, wish.WisherId, wish.Reason))
            .ToListAsync(cancellationToken);

    /// <summary>
    /// The wishes since a moment that found nobody, and older ones for which a host still waits: each once, whatever
    /// the host does for it.
    /// </summary>
    public async Task<IReadOnlyList<UnmetWishFacts>> OpenAsync(
        IReadOnlyList<UnmetWishFacts> unmet, Instant since, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();

        // Those who wait are few, what was ever wished for is not: they come first.
        var keys = await db.Set<WaitingWish>()
            .Where(waiting => waiting.Start > now && waiting.TakenAt == null)
            .Join(
                db.Set<UnmetWish>().Where(wish => wish.At < since),
                waiting => new { Wisher = waiting.HostUserId, waiting.Start },
                wish => new { Wisher = wish.WisherId, wish.Start },
                (waiting, wish) => wish.Id)
            .Distinct()
            .OrderByDescending(id => id)
            .Take(MostWishes)
            .ToListAsync(cancellationToken);
        var older = await db.Set<UnmetWish>()
            .Where(wish => keys.Contains(wish.Id))
            .OrderByDescending(wish => wish.At)
            .Select(wish => new UnmetWishFacts(
                wish.At, wish.Start, wish.DurationMinutes, wish.PackageId, wish.WisherId, wish.Reason))
            .ToListAsync(cancellationToken);
        return [.. unmet, .. older];
    }

    private static IQueryable<OrderCount> Counted(IQueryable<Order> orders, int place) => orders
        .GroupBy(_ => place)
        .Select(group => new OrderCount { Place = group.Key, Orders = group.Count() });

    private IQueryable<Order> PlacedIn(Interval week)
    {
        var (from, to) = (week.Start, week.End);
        return db.Set<Order>().Where(order => order.PlacedAt >= from && order.PlacedAt < to);
    }

    private sealed class OrderCount
    {
        public required int Place { get; init; }

        public required int Orders { get; init; }
    }
}

/// <param name="Placed">All orders that were placed in the week.</param>
/// <param name="Cancelled">Those of them that are cancelled by now.</param>
public sealed record WeekOfOrders(int Placed, int Cancelled);

/// <param name="At">When it was wished for.</param>
/// <param name="Start">The start that was wished for.</param>
/// <param name="DurationMinutes">Length of the event.</param>
/// <param name="PackageId">The package.</param>
/// <param name="HostUserId">Who wished.</param>
/// <param name="Reason">Why nobody was found.</param>
public sealed record UnmetWishFacts(
    Instant At, Instant Start, int DurationMinutes, int PackageId, Guid HostUserId, NobodyReason Reason);
