using System.Linq.Expressions;
using System.Runtime.InteropServices;
using AssistPortal.Assist.Producers;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>What is read of reservations where memory does not do: few narrow columns.</summary>
internal static class SchedulingQueries
{
    private static readonly int LongestQuarters = (int)Reservation.Longest.TotalMinutes / QuarterHours.Minutes;

    /// <summary>
    /// The same reservations as <see cref="Reserved"/> where nobody has any of their own, from one quarter-hour until
    /// before another, as part of compiled queries.
    /// </summary>
    public static readonly Expression<Func<PortalDbContext, int, int, Instant, IQueryable<Reservation>>>
        ReservedBetween = (db, from, to, now) => db.Set<Reservation>().Where(item =>
            item.StartQuarter > from - LongestQuarters
            && item.StartQuarter < to
            && item.EndQuarter > from
            && (item.HoldUntil == null || item.HoldUntil > now));

    // What is asked before it is told that there is nobody.
    private static readonly CompiledQuery<
        Func<PortalDbContext, int, int, int, Instant, Guid?, IAsyncEnumerable<ReservedQuarters>>> Touching = new(() =>
        EF.CompileAsyncQuery((PortalDbContext db, int earliest, int from, int to, Instant now, Guid? ownDraft) =>
            db.Set<Reservation>()
                .Where(item => item.StartQuarter > earliest && item.StartQuarter < to && item.EndQuarter > from)
                .Where(item => item.HoldUntil == null || (item.HoldUntil > now && item.DraftId != ownDraft))
                .Select(item => new ReservedQuarters(item.ProducerId, item.StartQuarter, item.EndQuarter))));

    /// <summary>The reservations that touch the range, by producer: of everybody, or of one.</summary>
    public static async Task<ILookup<int, QuarterRange>> ReservedTimesAsync(
        this PortalDbContext db,
        QuarterRange range,
        ReservationView view,
        CancellationToken cancellationToken,
        int? producerId = null)
    {
        var (from, to) = ((int)range.From, (int)range.To);
        if ((producerId, view.OwnOrder, view.OwnSession) is (null, null, null))
        {
            var all = new List<ReservedQuarters>();
            await foreach (var item in Touching.On(db)(
                db, from - LongestQuarters, from, to, view.Now, view.OwnDraft).WithCancellation(cancellationToken))
            {
                all.Add(item);
            }

            return all.ToLookup(item => item.ProducerId, item => item.Range);
        }

        var wanted = db.Reserved(range, view);
        var reserved = await (producerId is { } one ? wanted.Where(item => item.ProducerId == one) : wanted)
            .Select(item => new ReservedQuarters(item.ProducerId, item.StartQuarter, item.EndQuarter))
            .ToListAsync(cancellationToken);
        return reserved.ToLookup(item => item.ProducerId, item => item.Range);
    }

    /// <summary>When producers last got an order; who never did is missing.</summary>
    public static async Task<IReadOnlyDictionary<int, Instant>> LastAssignedAsync(
        this PortalDbContext db, CancellationToken cancellationToken) =>
        await db.Set<Producer>()
            .Where(producer => producer.LastAssignedAt != null)
            .Select(producer => new { producer.Id, producer.LastAssignedAt })
            .ToDictionaryAsync(producer => producer.Id, producer => producer.LastAssignedAt!.Value, cancellationToken);

    /// <summary>How many quarter-hours of the range are reserved, by producer.</summary>
    public static async Task<IReadOnlyDictionary<int, int>> LoadAsync(
        this PortalDbContext db, QuarterRange range, ReservationView view, CancellationToken cancellationToken)
    {
        var (from, to) = ((int)range.From, (int)range.To);
        return await db.Reserved(range, view)
            .GroupBy(item => item.ProducerId)
            .Select(group => new
            {
                ProducerId = group.Key,
                Quarters = group.Sum(item =>
                    (item.EndQuarter < to
                        ? item.EndQuarter
                        : to) - (item.StartQuarter > from ? item.StartQuarter : from)),
            })
            .ToDictionaryAsync(item => item.ProducerId, item => item.Quarters, cancellationToken);
    }

    /// <summary>The reservations that count and touch the range.</summary>
    public static IQueryable<Reservation> Reserved(this PortalDbContext db, QuarterRange range, ReservationView view)
    {
        var (now, ownDraft) = (view.Now, view.OwnDraft);

        // The lower bound lets the database begin in the middle of the index instead of at its oldest entry.
        var (earliest, from, to) = ((int)range.From - LongestQuarters, (int)range.From, (int)range.To);
        var reserved = db.Set<Reservation>()
            .Where(item => item.StartQuarter > earliest && item.StartQuarter < to && item.EndQuarter > from)
            .Where(item => item.HoldUntil == null || (item.HoldUntil > now && item.DraftId != ownDraft));

        // Only when asked: the order does not stand in the index that the search reads.
        return view switch
        {
            { OwnOrder: { } ownOrder } => reserved.Where(item => item.OrderId != ownOrder),
            { OwnSession: { } ownSession } => reserved.Where(item => item.SessionId != ownSession),
            _ => reserved,
        };
    }
}

/// <summary>A producer's reserved time.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ReservedQuarters(int ProducerId, int From, int To)
{
    public QuarterRange Range => new(From, To);
}

/// <summary>What somebody has reserved, and may therefore use anew.</summary>
/// <param name="DraftId">The draft or update with a hold.</param>
/// <param name="OrderId">The order with a reservation.</param>
public sealed record OwnReservations(Guid? DraftId, Guid? OrderId = null);

/// <summary>Which reservations count.</summary>
/// <param name="Now">Holds that have run out by then do not count.</param>
/// <param name="OwnDraft">The hold of this draft does not count.</param>
/// <param name="OwnOrder">The reservation of this order does not count.</param>
internal sealed record ReservationView(Instant Now, Guid? OwnDraft, Guid? OwnOrder = null)
{
    /// <summary>The reservation of this session does not count.</summary>
    public Guid? OwnSession { get; init; }
}
