using AssistPortal.Assist.Offers;
using AssistPortal.Data.Revisions;
using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>
/// Finds free producers and free times, from memory where it can. It reads only; what it found is proved again when it
/// is reserved, and that there is nobody is asked of the database before it is told.
/// </summary>
public sealed class AvailabilitySearch
{
    public const int MostDays = 100;

    private static readonly ILookup<int, QuarterRange> NothingReserved =
        Array.Empty<QuarterRange>().ToLookup(_ => 0);

    private readonly Cached<Catalogue> catalogue;
    private readonly Cached<Roster> roster;
    private readonly ReservedNow reserved;
    private readonly IClock clock;

    internal AvailabilitySearch(
        Cached<Catalogue> catalogue, Cached<Roster> roster, ReservedNow reserved, IClock clock) =>
        (this.catalogue, this.roster, this.reserved, this.clock) = (catalogue, roster, reserved, clock);

    // The first takes in each day that may have the same time; the second is as far as alternatives go.
    private static readonly IReadOnlyList<Duration> Radii =
        [Duration.FromDays(Alternatives.DaysAhead + 1), Duration.FromDays(60)];

    /// <summary>Who is free for an event, or which other starts there are, up to 60 days away.</summary>
    /// <param name="wish">The event. Whether its own start may be booked is for the caller to say.</param>
    /// <param name="bookable">Where alternatives may start.</param>
    /// <param name="ownDraft">The draft whose hold counts as free.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ArgumentException">Start or duration are not on the grid of quarter-hours.</exception>
    public Task<AvailabilityAnswer> FindAsync(
        EventWish wish, Interval bookable, Guid? ownDraft, CancellationToken cancellationToken) =>
        FindAsync(wish, bookable, new ReservationView(clock.GetCurrentInstant(), ownDraft), cancellationToken);

    /// <inheritdoc cref="FindAsync(EventWish, Interval, Guid?, CancellationToken)"/>
    /// <param name="own">What counts as free although it is reserved.</param>
    public Task<AvailabilityAnswer> FindAsync(
        EventWish wish, Interval bookable, OwnReservations own, CancellationToken cancellationToken) => FindAsync(
            wish,
            bookable,
            new ReservationView(clock.GetCurrentInstant(), own.DraftId, own.OrderId),
            cancellationToken);

    /// <param name="again">
    /// Who was found before could not be had: the database is asked who is free, and whether memory knows that.
    /// </param>
    internal async Task<AvailabilityAnswer> FindAsync(
        EventWish wish,
        Interval bookable,
        ReservationView view,
        CancellationToken cancellationToken,
        bool again = false)
    {
        if (again)
        {
            reserved.Forget();
        }

        var shape = await ShapeAsync(wish.PackageId, wish.DurationMinutes, cancellationToken);
        var wished = shape.Around(wish.Start);
        var producers = await QualifiedAsync(wish.PackageId, cancellationToken);
        var times = await reserved.GetAsync(cancellationToken);
        var found = await reserved.FindAsync(producers, times, view, wished, shape, null, cancellationToken);
        if (times is not null && (again || (found.FreeThroughout.Count == 0 && found.WorksThroughout)))
        {
            var told = found;
            found = await reserved.FindAsync(producers, null, view, wished, shape, null, cancellationToken);
            if (!found.FreeThroughout.SequenceEqual(told.FreeThroughout))
            {
                reserved.Doubt();
            }
        }

        return found.FreeThroughout.Count > 0
            ? await FreeAsync(
                [.. found.FreeThroughout.Select(candidate => candidate.Producer)],
                wish,
                view,
                times,
                cancellationToken)
            : AvailabilityAnswer.Nobody(
                found.WorksThroughout ? NobodyReason.AllTaken : NobodyReason.NoProducerWorks,
                await AlternativesAsync(producers, shape, wish, bookable, view, times, cancellationToken));
    }

    /// <summary>Something was reserved or freed since it searched last: the next search takes that in.</summary>
    internal void Forget() => reserved.Forget();

    /// <summary>
    /// Whether nobody could do better than a producer whose time is already held: works then, is qualified, and speaks
    /// the asked language. It asks the database nothing else.
    /// </summary>
    internal async ValueTask<bool> SuitsBestAsync(int producerId, EventWish wish, CancellationToken cancellationToken)
    {
        var shape = await ShapeAsync(wish.PackageId, wish.DurationMinutes, cancellationToken);
        var producers = await QualifiedAsync(wish.PackageId, cancellationToken);
        var own = producers.Where(
            candidate => candidate.Id == producerId && candidate.Producer.Languages.Contains(wish.Language));
        return FreeStarts.Find(own, NothingReserved, shape.Around(wish.Start), shape).WorksThroughout;
    }

    /// <summary>What an event takes: its length, with the package's lead and trail.</summary>
    internal async ValueTask<EventShape> ShapeAsync(
        int packageId, int durationMinutes, CancellationToken cancellationToken)
    {
        var package = (await catalogue.GetAsync(cancellationToken)).Package(packageId);
        return EventShape.Of(durationMinutes, package.LeadMinutes, package.TrailMinutes);
    }

    /// <summary>The time that is reserved for an event: its own with the package's lead and trail.</summary>
    internal async ValueTask<Interval> ReservedForAsync(EventWish wish, CancellationToken cancellationToken)
    {
        var shape = await ShapeAsync(wish.PackageId, wish.DurationMinutes, cancellationToken);
        var wanted = shape.Around(wish.Start);
        return new Interval(wanted.Start, wanted.End);
    }

    /// <summary>When an event could start, on each of some days.</summary>
    /// <param name="packageId">The package.</param>
    /// <param name="durationMinutes">Length of the event in minutes, a multiple of 15.</param>
    /// <param name="timeZone">IANA zone of the days and times.</param>
    /// <param name="from">The first day.</param>
    /// <param name="days">How many days, 1 to 100.</param>
    /// <param name="bookable">Where events may start.</param>
    /// <param name="own">What counts as free although it is reserved.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<FreeTimes> FreeTimesAsync(
        int packageId,
        int durationMinutes,
        string timeZone,
        LocalDate from,
        int days,
        Interval bookable,
        OwnReservations own,
        CancellationToken cancellationToken)
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

        var shape = await ShapeAsync(packageId, durationMinutes, cancellationToken);
        var producers = await QualifiedAsync(packageId, cancellationToken);
        var times = await reserved.GetAsync(cancellationToken);
        var view = new ReservationView(clock.GetCurrentInstant(), own.DraftId, own.OrderId);
        calendar.Add(await reserved.FindAsync(
            producers, times, view, shape.Spans(starts), shape, calendar.Days, cancellationToken));
        return calendar.ToFreeTimes();
    }

    private async ValueTask<IReadOnlyList<QualifiedProducer>> QualifiedAsync(
        int packageId, CancellationToken cancellationToken) =>
        (await roster.GetAsync(cancellationToken)).ActiveFor(packageId);

    private async Task<AvailabilityAnswer> FreeAsync(
        IReadOnlyList<RosterProducer> free,
        EventWish wish,
        ReservationView view,
        ReservedTimes? times,
        CancellationToken cancellationToken)
    {
        var week = FairChoice.WeekOf(wish.Start, DateTimeZoneProviders.Tzdb[wish.TimeZone]);
        var (load, lastAssigned) = await reserved.FairnessAsync(free, week, view, times, cancellationToken);
        return AvailabilityAnswer.Free(
            FairChoice.Order(free, wish.Language, load, lastAssigned),
            free.Count(producer => producer.Languages.Contains(wish.Language)));
    }

    private async Task<IReadOnlyList<Instant>> AlternativesAsync(
        IReadOnlyList<QualifiedProducer> producers,
        EventShape shape,
        EventWish wish,
        Interval bookable,
        ReservationView view,
        ReservedTimes? times,
        CancellationToken cancellationToken)
    {
        var wished = QuarterHours.IndexOf(wish.Start);
        var zone = DateTimeZoneProviders.Tzdb[wish.TimeZone];
        var limit = StartsWithin(bookable, wished, Radii[^1]);
        if (limit.IsEmpty || producers.Count == 0)
        {
            return [];
        }

        IReadOnlyList<long>? chosen = null;
        foreach (var searched in Radii.Select(radius => StartsWithin(bookable, wished, radius)))
        {
            if (searched.IsEmpty)
            {
                continue;
            }

            var found = await reserved.FindAsync(
                producers, times, view, shape.Spans(searched), shape, null, cancellationToken);
            chosen = Alternatives.Choose(found, wished, zone, searched, limit);
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
