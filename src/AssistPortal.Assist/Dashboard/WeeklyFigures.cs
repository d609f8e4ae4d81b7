using AssistPortal.Assist.Demand;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Waiting;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
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
        var counts = await weeks.Select(CountIn)
            .Aggregate(Queryable.Concat)
            .ToDictionaryAsync(week => week.Place, cancellationToken);
        return [.. weeks.Select((_, place) => new WeekOfOrders(counts[place].Placed, counts[place].Cancelled))];
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

    /// <summary>One row: grouped by nothing, SQLite would sort what it counts.</summary>
    private IQueryable<CountedWeek> CountIn(Interval week, int place)
    {
        var (from, to) = (week.Start, week.End);
        var orders = db.Set<Order>().Where(order => order.PlacedAt >= from && order.PlacedAt < to);
        return db.Set<Revision>().OrderBy(revision => revision.Topic).Take(1).Select(_ => new CountedWeek
        {
            Place = place,
            Placed = orders.Count(),
            Cancelled = orders.Count(order => order.State == OrderState.Cancelled),
        });
    }

    private sealed class CountedWeek
    {
        public required int Place { get; init; }

        public required int Placed { get; init; }

        public required int Cancelled { get; init; }
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
