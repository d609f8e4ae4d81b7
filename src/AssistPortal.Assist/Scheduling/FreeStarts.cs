using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>When producers of a roster are free long enough, in a range of time.</summary>
internal sealed class FreeStarts
{
    private readonly EventShape shape;
    private readonly QuarterHourSet reservedFrom;

    private FreeStarts(EventShape shape, QuarterRange range)
    {
        this.shape = shape;
        reservedFrom = new QuarterHourSet(range);
    }

    /// <summary>Whether somebody's working time covers the whole range, reserved or not.</summary>
    public bool WorksThroughout { get; private set; }

    /// <summary>Who is free for the whole range.</summary>
    public List<RosterProducer> FreeThroughout { get; } = [];

    /// <summary>Looks at every producer of a roster.</summary>
    /// <param name="roster">The producers that count.</param>
    /// <param name="taken">Their time off and reservations, complete over the range.</param>
    /// <param name="range">Where to look: the whole time of every event that counts lies in it.</param>
    /// <param name="shape">What an event takes.</param>
    public static FreeStarts Find(
        IReadOnlyList<RosterProducer> roster, Taken taken, QuarterRange range, EventShape shape)
    {
        var found = new FreeStarts(shape, range);
        var clocks = new Dictionary<string, WallClock>(StringComparer.Ordinal);
        var free = new QuarterHourSet(range);
        foreach (var producer in roster)
        {
            if (!clocks.TryGetValue(producer.TimeZone, out var clock))
            {
                clock = new WallClock(DateTimeZoneProviders.Tzdb[producer.TimeZone], range);
                clocks.Add(producer.TimeZone, clock);
            }

            free.Clear();
            WorkingTime.AddTo(free, producer.Hours, [.. taken.Exceptions[producer.Id]], clock);
            WorkingTime.KeepDays(free, producer.ValidFrom, producer.ValidUntil, clock);
            RemoveAll(free, taken.TimeOff[producer.Id]);
            found.WorksThroughout |= free.ContainsAll(range);
            RemoveAll(free, taken.Reserved[producer.Id]);
            if (free.ContainsAll(range))
            {
                found.FreeThroughout.Add(producer);
            }

            free.KeepRunStarts(shape.Total);
            found.reservedFrom.UnionWith(free);
        }

        return found;
    }

    /// <summary>Number of the first possible start of an event at that quarter-hour or after it.</summary>
    public long? FirstFrom(long quarter) => reservedFrom.FirstFrom(quarter - shape.Lead) + shape.Lead;

    /// <summary>Number of the last possible start of an event before that quarter-hour.</summary>
    public long? LastBefore(long quarter) => reservedFrom.LastBefore(quarter - shape.Lead) + shape.Lead;

    private static void RemoveAll(QuarterHourSet set, IEnumerable<QuarterRange> times)
    {
        foreach (var time in times)
        {
            set.Remove(time);
        }
    }
}
