using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>
/// The wall clock of a zone over a range of time, as plain arithmetic. A wall-clock time that occurs twice means the
/// first; one that clocks skip means the moment of the change. So times keep their order, and hours that adjoin on
/// the wall clock adjoin in fact.
/// </summary>
internal sealed class WallClock
{
    private const long SecondsPerDay = 24 * 60 * 60;
    private const long SecondsPerQuarter = QuarterHours.Minutes * 60;

    private readonly (long Start, long End, int Offset)[] stretches;

    /// <summary>The clock of a zone.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="range">Where the clock has to be right; the days beside it are covered too.</param>
    public WallClock(DateTimeZone zone, QuarterRange range)
    {
        var margin = Duration.FromDays(4);
        stretches = [.. zone
            .GetZoneIntervals(new Interval(range.Start - margin, range.End + margin))
            .Select(stretch => (
                stretch.HasStart ? stretch.Start.ToUnixTimeSeconds() : long.MinValue,
                stretch.HasEnd ? stretch.End.ToUnixTimeSeconds() : long.MaxValue,
                stretch.WallOffset.Seconds))];
    }

    /// <summary>The whole quarter-hours between two wall-clock times.</summary>
    /// <param name="day">Local day, counted from 1970-01-01.</param>
    /// <param name="startMinute">Minutes after that day's midnight, on the clock's face.</param>
    /// <param name="endMinute">The same for the end, exclusive; may lie on a later day.</param>
    public QuarterRange Between(long day, int startMinute, int endMinute)
    {
        var midnight = day * SecondsPerDay;
        return QuarterRange.Whole(ToUtc(midnight + (startMinute * 60L)), ToUtc(midnight + (endMinute * 60L)));
    }

    /// <summary>
    /// What the clock shows at the start of a quarter-hour: the local day and the quarter-hour of its face.
    /// </summary>
    public (long Day, int Quarter) Read(long quarter)
    {
        var utc = quarter * SecondsPerQuarter;
        var local = utc + Array.Find(stretches, stretch => utc < stretch.End).Offset;
        var day = QuarterRange.FloorDivide(local, SecondsPerDay);
        return (day, (int)((local - (day * SecondsPerDay)) / SecondsPerQuarter));
    }

    private long ToUtc(long local)
    {
        foreach (var (start, end, offset) in stretches)
        {
            if (local - offset < end)
            {
                return Math.Max(local - offset, start);
            }
        }

        return local - stretches[^1].Offset;
    }
}
