using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>Finds free producers and free times. It reads only; what it found is proved again when it is reserved.</summary>
public sealed class AvailabilitySearch(PortalDbContext db, WorkingWeeks workingWeeks, IClock clock)
{
    public const int MostDays = 100;

    // Most wishes are settled by the first, smallest range.
    private static readonly Duration[] Radii =
        [Duration.FromDays(2), Duration.FromDays(8), Duration.FromDays(30), Duration.FromDays(60)];

    /// <summary>Who is free for an event, or which other starts there are, up to 60 days away.</summary>
    /// <param name="wish">The event. Whether its own start may be booked is for the caller to say.</param>
    /// <param name="bookable">Where alternatives may start.</param>
    /// <param name="ownDraft">The draft whose hold counts as free.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="ArgumentException">Start or duration are not on the grid of quarter-hours.</exception>
    public Task<AvailabilityAnswer> FindAsync(
        EventWish wish, Interval bookable, Guid? ownDraft, CancellationToken cancellation) =>
        FindAsync(wish, bookable, new ReservationView(clock.GetCurrentInstant(), ownDraft), cancellation);

    internal async Task<AvailabilityAnswer> FindAsync(
        EventWish wish, Interval bookable, ReservationView view, CancellationToken cancellation)
    {
        await using var connection = await OpenConnection.OfAsync(db, cancellation);
        var shape = await db.ShapeAsync(wish.PackageId, wish.DurationMinutes, cancellation);
        var wished = shape.Around(wish.Start);
        var roster = await db.RosterAsync(workingWeeks, wish.PackageId, wish.Language, cancellation);
        var found = FreeStarts.Find(roster, await db.TakenAsync(wished, view, cancellation), wished, shape);
        if (found.FreeThroughout.Count > 0)
        {
            var week = FairChoice.WeekOf(wish.Start, DateTimeZoneProviders.Tzdb[wish.TimeZone]);
            var load = await db.LoadAsync(week, view, cancellation);
            return AvailabilityAnswer.Free(
                FairChoice.Order(found.FreeThroughout, load), found.FreeThroughout.Count(producer => producer.Speaks));
        }

        return AvailabilityAnswer.Nobody(
            found.WorksThroughout ? NobodyReason.AllTaken : NobodyReason.NoProducerWorks,
            await AlternativesAsync(roster, shape, QuarterHours.IndexOf(wish.Start), bookable, view, cancellation));
    }

    /// <summary>When an event could start, on each of some days.</summary>
    /// <param name="packageId">The package.</param>
    /// <param name="durationMinutes">Length of the event in minutes, a multiple of 15.</param>
    /// <param name="timeZone">IANA zone of the days and times.</param>
    /// <param name="from">The first day.</param>
    /// <param name="days">How many days, 1 to 100.</param>
    /// <param name="bookable">Where events may start.</param>
    /// <param name="ownDraft">The draft whose hold counts as free.</param>
    /// <param name="cancellation">Ends the search.</param>
    public async Task<FreeTimes> FreeTimesAsync(
        int packageId,
        int durationMinutes,
        string timeZone,
        LocalDate from,
        int days,
        Interval bookable,
        Guid? ownDraft,
        CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MostDays);
        var zone = DateTimeZoneProviders.Tzdb[timeZone];
        var calendar = new FreeCalendar(zone, from, days);
        var starts = calendar.Quarters.Intersect(StartsOf(bookable));
        if (starts.IsEmpty)
        {
            return calendar.ToFreeTimes();
        }

        await using var connection = await OpenConnection.OfAsync(db, cancellation);
        var shape = await db.ShapeAsync(packageId, durationMinutes, cancellation);
        var roster = await db.RosterAsync(workingWeeks, packageId, language: null, cancellation);
        var range = shape.Spans(starts);
        var view = new ReservationView(clock.GetCurrentInstant(), ownDraft);
        calendar.Add(FreeStarts.Find(roster, await db.TakenAsync(range, view, cancellation), range, shape));
        return calendar.ToFreeTimes();
    }

    private async Task<IReadOnlyList<Instant>> AlternativesAsync(
        IReadOnlyList<RosterProducer> roster,
        EventShape shape,
        long wish,
        Interval bookable,
        ReservationView view,
        CancellationToken cancellation)
    {
        var limit = StartsWithin(bookable, wish, Radii[^1]);
        if (limit.IsEmpty || roster.Count == 0)
        {
            return [];
        }

        IReadOnlyList<long>? chosen = null;
        foreach (var searched in Radii.Select(radius => StartsWithin(bookable, wish, radius)))
        {
            if (searched.IsEmpty)
            {
                continue;
            }

            var range = shape.Spans(searched);
            var found = FreeStarts.Find(roster, await db.TakenAsync(range, view, cancellation), range, shape);
            chosen = Alternatives.Choose(found, wish, searched, limit);
            if (chosen is not null)
            {
                break;
            }
        }

        return [.. chosen!.Select(QuarterHours.At)];
    }

    private static QuarterRange StartsOf(Interval bookable) => new(
        bookable.HasStart ? QuarterRange.IndexAtOrAfter(bookable.Start) : QuarterHours.IndexOf(Instant.MinValue),
        bookable.HasEnd ? QuarterRange.IndexAtOrAfter(bookable.End) : QuarterHours.IndexOf(Instant.MaxValue));

    private static QuarterRange StartsWithin(Interval bookable, long wish, Duration radius)
    {
        var quarters = (long)radius.TotalMinutes / QuarterHours.Minutes;
        return StartsOf(bookable).Intersect(new QuarterRange(wish - quarters, wish + quarters + 1));
    }
}
