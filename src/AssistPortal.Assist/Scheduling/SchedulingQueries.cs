using System.Runtime.InteropServices;
using AssistPortal.Assist.Producers;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>What the search reads: few narrow columns, each time anew.</summary>
internal static class SchedulingQueries
{
    public static readonly int LongestQuarters = (int)Reservation.Longest.TotalMinutes / QuarterHours.Minutes;

    /// <summary>The reservations that touch the range, by producer.</summary>
    public static async Task<ILookup<int, QuarterRange>> ReservedTimesAsync(
        this PortalDbContext db, QuarterRange range, ReservationView view, CancellationToken cancellation)
    {
        var reserved = await db.Reserved(range, view)
            .Select(item => new { item.ProducerId, item.StartQuarter, item.EndQuarter })
            .ToListAsync(cancellation);
        return reserved.ToLookup(item => item.ProducerId, item => new QuarterRange(item.StartQuarter, item.EndQuarter));
    }

    /// <summary>What decides whose turn it is, for all active producers.</summary>
    /// <param name="db">The database.</param>
    /// <param name="week">The week whose load counts.</param>
    /// <param name="view">Which reservations count.</param>
    /// <param name="cancellation">Nobody waits any longer.</param>
    public static async Task<IReadOnlyDictionary<int, ProducerTurn>> TurnsAsync(
        this PortalDbContext db, QuarterRange week, ReservationView view, CancellationToken cancellation)
    {
        var (from, to) = ((int)week.From, (int)week.To);
        var reserved = db.Reserved(week, view);
        return await db.Set<Producer>()
            .Where(producer => producer.IsActive)
            .Select(producer => new
            {
                producer.Id,
                Turn = new ProducerTurn(
                    reserved
                        .Where(item => item.ProducerId == producer.Id)
                        .Sum(item => (item.EndQuarter < to ? item.EndQuarter : to) - (item.StartQuarter > from ? item.StartQuarter : from)),
                    producer.LastAssignedAt),
            })
            .ToDictionaryAsync(item => item.Id, item => item.Turn, cancellation);
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
        return view.OwnOrder is { } ownOrder ? reserved.Where(item => item.OrderId != ownOrder) : reserved;
    }
}

/// <summary>Which reservations count.</summary>
/// <param name="Now">Holds that have run out by then do not count.</param>
/// <param name="OwnDraft">The hold of this draft does not count.</param>
/// <param name="OwnOrder">The reservation of this order does not count.</param>
internal sealed record ReservationView(Instant Now, Guid? OwnDraft, Guid? OwnOrder = null);

/// <summary>How much a producer has to do already, and has lately been given.</summary>
/// <param name="WeekLoad">Reserved quarter-hours of the week.</param>
/// <param name="LastAssignedAt">When the producer last got an order.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ProducerTurn(int WeekLoad, Instant? LastAssignedAt);
