using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>When producers are free long enough, in a range of time.</summary>
internal sealed class FreeStarts
{
    private readonly EventShape shape;
    private readonly QuarterHourSet reservedFrom;

    private readonly int[] producersByPart;

    private FreeStarts(EventShape shape, QuarterRange range, int parts)
    {
        this.shape = shape;
        reservedFrom = new QuarterHourSet(range);
        producersByPart = new int[parts];
    }

    /// <summary>Whether somebody's working time covers the whole range, reserved or not.</summary>
    public bool WorksThroughout { get; private set; }

    /// <summary>Who is free for the whole range.</summary>
    public List<QualifiedProducer> FreeThroughout { get; } = [];

    /// <summary>How many producers could start an event in each of the parts that were asked for.</summary>
    public IReadOnlyList<int> ProducersByPart => producersByPart;

    /// <summary>Looks at every producer who is qualified.</summary>
    /// <param name="producers">The producers that count.</param>
    /// <param name="reserved">Their reservations by their ids, complete over the range.</param>
    /// <param name="range">Where to look: the whole time of every event that counts lies in it.</param>
    /// <param name="shape">What an event takes.</param>
    /// <param name="parts">Parts of the range, such as days, for which the producers are counted.</param>
    public static FreeStarts Find(
        IEnumerable<QualifiedProducer> producers,
        ILookup<int, QuarterRange> reserved,
        QuarterRange range,
        EventShape shape,
        IReadOnlyList<QuarterRange>? parts = null)
    {
        var clocks = new Dictionary<string, WallClock>(StringComparer.Ordinal);
        return Find(
            producers,
            (set, producer) =>
            {
                set.Clear();
                producer.AddWorkingTime(set, ClockOf(producer.TimeZone));
            },
            (set, producer) => Remove(set, reserved[producer.Id]),
            ClockOf,
            range,
            shape,
            parts);

        WallClock ClockOf(string zone)
        {
            if (!clocks.TryGetValue(zone, out var clock))
            {
                clock = new WallClock(DateTimeZoneProviders.Tzdb[zone], range);
                clocks.Add(zone, clock);
            }

            return clock;
        }
    }

    /// <inheritdoc cref="Find(IEnumerable{QualifiedProducer}, ILookup{int, QuarterRange}, QuarterRange, EventShape,
    /// IReadOnlyList{QuarterRange})" />
    /// <param name="work">When they work.</param>
    /// <param name="window">The window of <paramref name="work"/>, which holds the range.</param>
    public static FreeStarts Find(
        IEnumerable<QualifiedProducer> producers,
        ILookup<int, QuarterRange> reserved,
        WorkingTimes work,
        WorkingTimes.Window window,
        QuarterRange range,
        EventShape shape,
        IReadOnlyList<QuarterRange>? parts = null) =>
        Find(
            producers,
            (set, producer) => work.Fill(set, producer, window),
            (set, producer) => Remove(set, reserved[producer.Id]),
            window.ClockOf,
            range,
            shape,
            parts);

    /// <inheritdoc cref="Find(IEnumerable{QualifiedProducer}, ILookup{int, QuarterRange}, WorkingTimes,
    /// WorkingTimes.Window, QuarterRange, EventShape, IReadOnlyList{QuarterRange})" />
    /// <param name="view">Which reservations count.</param>
    public static FreeStarts Find(
        IEnumerable<QualifiedProducer> producers,
        ReservedTimes reserved,
        WorkingTimes work,
        WorkingTimes.Window window,
        ReservedView view,
        QuarterRange range,
        EventShape shape,
        IReadOnlyList<QuarterRange>? parts = null) =>
        Find(
            producers,
            (set, producer) => work.Fill(set, producer, window),
            (set, producer) => reserved.RemoveFrom(set, producer.Id, view),
            window.ClockOf,
            range,
            shape,
            parts);

    private static FreeStarts Find(
        IEnumerable<QualifiedProducer> producers,
        Action<QuarterHourSet, RosterProducer> fill,
        Action<QuarterHourSet, RosterProducer> removeReserved,
        Func<string, WallClock> clockOf,
        QuarterRange range,
        EventShape shape,
        IReadOnlyList<QuarterRange>? parts)
    {
        var found = new FreeStarts(shape, range, parts?.Count ?? 0);
        var free = new QuarterHourSet(range);
        foreach (var candidate in producers)
        {
            fill(free, candidate.Producer);
            if ((candidate.ValidFrom ?? candidate.ValidUntil) is not null)
            {
                WorkingTime.KeepDays(
                    free, candidate.ValidFrom, candidate.ValidUntil, clockOf(candidate.Producer.TimeZone));
            }

            if (free.IsEmpty)
            {
                continue;
            }

            found.WorksThroughout |= free.ContainsAll(range);
            removeReserved(free, candidate.Producer);
            if (free.ContainsAll(range))
            {
                found.FreeThroughout.Add(candidate);
            }

            free.KeepRunStarts(shape.Total);
            found.reservedFrom.UnionWith(free);
            if (parts is not null)
            {
                found.CountIn(parts, free);
            }
        }

        return found;
    }

    /// <summary>Number of the first possible start of an event at that quarter-hour or after it.</summary>
    public long? FirstFrom(long quarter) => reservedFrom.FirstFrom(quarter - shape.Lead) + shape.Lead;

    /// <summary>Number of the last possible start of an event before that quarter-hour.</summary>
    public long? LastBefore(long quarter) => reservedFrom.LastBefore(quarter - shape.Lead) + shape.Lead;

    private static void Remove(QuarterHourSet set, IEnumerable<QuarterRange> reserved)
    {
        foreach (var time in reserved)
        {
            set.Remove(time);
        }
    }

    private void CountIn(IReadOnlyList<QuarterRange> parts, QuarterHourSet starts)
    {
        for (var part = 0; part < parts.Count; part++)
        {
            if (starts.FirstFrom(parts[part].From - shape.Lead) < parts[part].To - shape.Lead)
            {
                producersByPart[part]++;
            }
        }
    }
}
