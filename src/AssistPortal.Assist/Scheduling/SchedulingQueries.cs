using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>What the search reads: few narrow columns, without change tracking.</summary>
internal static class SchedulingQueries
{
    private static readonly int LongestQuarters = (int)Reservation.Longest.TotalMinutes / QuarterHours.Minutes;

    public static async Task<EventShape> ShapeAsync(
        this PortalDbContext db, int packageId, int durationMinutes, CancellationToken cancellation)
    {
        var package = await db.Set<ServicePackage>()
            .Where(package => package.Id == packageId)
            .Select(package => new { package.LeadMinutes, package.TrailMinutes })
            .SingleAsync(cancellation);
        return EventShape.Of(durationMinutes, package.LeadMinutes, package.TrailMinutes);
    }

    /// <summary>The active producers who are qualified for the package.</summary>
    public static async Task<IReadOnlyList<RosterProducer>> RosterAsync(
        this PortalDbContext db,
        WorkingWeeks workingWeeks,
        int packageId,
        string? language,
        CancellationToken cancellation)
    {
        var weeks = await workingWeeks.OfAllAsync(db, cancellation);
        var producers = await db.Set<ProducerQualification>()
            .Where(qualification => qualification.PackageId == packageId)
            .Join(
                db.Set<Producer>().Where(producer => producer.IsActive),
                qualification => qualification.ProducerId,
                producer => producer.Id,
                (qualification, producer) => new
                {
                    producer.Id,
                    producer.TimeZone,
                    producer.LastAssignedAt,
                    Speaks = producer.Languages.Any(item => item.Language == language),
                    qualification.ValidFrom,
                    qualification.ValidUntil,
                })
            .ToListAsync(cancellation);
        return [.. producers.Select(producer => new RosterProducer(
            producer.Id, producer.TimeZone, producer.LastAssignedAt, producer.Speaks, [.. weeks[producer.Id]])
            {
                ValidFrom = producer.ValidFrom,
                ValidUntil = producer.ValidUntil,
            })];
    }

    /// <summary>Exceptional hours, time off and reservations, of all producers, that touch the range.</summary>
    public static async Task<Taken> TakenAsync(
        this PortalDbContext db, QuarterRange range, ReservationView view, CancellationToken cancellation)
    {
        var exceptions = await db.ExceptionsAsync(range, cancellation);
        var timeOff = await db.TimeOffAsync(range, cancellation);
        var reserved = await db.Reserved(range, view)
            .Select(item => new { item.ProducerId, item.StartQuarter, item.EndQuarter })
            .ToListAsync(cancellation);

        return Taken.From(
            exceptions,
            timeOff,
            reserved.Select(item => new ProducerTime(item.ProducerId, new(item.StartQuarter, item.EndQuarter))));
    }

    /// <summary>Exceptional hours, of all producers, that may touch the range.</summary>
    public static async Task<IReadOnlyList<ProducerDay>> ExceptionsAsync(
        this PortalDbContext db, QuarterRange range, CancellationToken cancellation)
    {
        var (first, last) = (
            range.Start.InUtc().Date.PlusDays(-WorkingTime.DaysBefore), range.End.InUtc().Date.PlusDays(1));
        var exceptions = await db.Set<ExceptionalHours>()
            .Where(hours => hours.Date >= first && hours.Date <= last)
            .Select(hours => new { hours.ProducerId, hours.Date, hours.StartMinute, hours.EndMinute })
            .ToListAsync(cancellation);
        return [.. exceptions.Select(hours => new ProducerDay(
            hours.ProducerId,
            new DayHours(WorkingTime.DayOf(hours.Date), hours.StartMinute ?? 0, hours.EndMinute ?? 0)))];
    }

    /// <summary>Time off, of all producers, that touches the range.</summary>
    public static async Task<IReadOnlyList<ProducerTime>> TimeOffAsync(
        this PortalDbContext db, QuarterRange range, CancellationToken cancellation)
    {
        var (start, end) = (range.Start, range.End);
        var timeOff = await db.Set<TimeOff>()
            .Where(off => off.End > start && off.Start < end)
            .Select(off => new { off.ProducerId, off.Start, off.End })
            .ToListAsync(cancellation);
        return [.. timeOff.Select(off => new ProducerTime(off.ProducerId, QuarterRange.Touching(off.Start, off.End)))];
    }

    /// <summary>How many quarter-hours of the range are reserved, by producer.</summary>
    public static async Task<IReadOnlyDictionary<int, int>> LoadAsync(
        this PortalDbContext db, QuarterRange range, ReservationView view, CancellationToken cancellation)
    {
        var (from, to) = ((int)range.From, (int)range.To);
        return await db.Reserved(range, view)
            .GroupBy(item => item.ProducerId)
            .Select(group => new
            {
                ProducerId = group.Key,
                Quarters = group.Sum(item =>
                    (item.EndQuarter < to ? item.EndQuarter : to) - (item.StartQuarter > from ? item.StartQuarter : from)),
            })
            .ToDictionaryAsync(item => item.ProducerId, item => item.Quarters, cancellation);
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
