using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>
/// Reads a wall-clock time in a zone, with the hour that spring skips and the one that autumn repeats.
/// </summary>
public static class LocalTimes
{
    /// <summary>What that wall-clock time is in that zone.</summary>
    /// <param name="local">The wall-clock time.</param>
    /// <param name="zone">Where the clock hangs.</param>
    /// <param name="fold">Which of the two, should the time occur twice; null when nobody has said yet.</param>
    public static LocalTimeReading Read(LocalDateTime local, DateTimeZone zone, Fold? fold)
    {
        var mapping = zone.MapLocal(local);
        return mapping.Count switch
        {
            0 => new LocalTimeReading.Skipped(NextOnGrid(mapping.LateInterval.IsoLocalStart)),
            1 => new LocalTimeReading.Read(mapping.Single()),
            _ => fold switch
            {
                Fold.Earlier => new LocalTimeReading.Read(mapping.First()),
                Fold.Later => new LocalTimeReading.Read(mapping.Last()),
                _ => new LocalTimeReading.Doubled(mapping.First(), mapping.Last()),
            },
        };
    }

    /// <summary>Which of two a time is; null when its wall-clock time occurs just once.</summary>
    public static Fold? FoldOf(ZonedDateTime time)
    {
        var mapping = time.Zone.MapLocal(time.LocalDateTime);
        if (mapping.Count < 2)
        {
            return null;
        }

        return mapping.First() == time ? Fold.Earlier : Fold.Later;
    }

    private static LocalDateTime NextOnGrid(LocalDateTime time)
    {
        var beyond = time.Minute % QuarterHours.Minutes;
        return beyond == 0 && time.Second == 0
            ? time
            : new LocalDateTime(time.Year, time.Month, time.Day, time.Hour, time.Minute).PlusMinutes(
                QuarterHours.Minutes - beyond);
    }
}

/// <summary>Which of two equal wall-clock times is meant when clocks go back.</summary>
public enum Fold
{
    Earlier,
    Later,
}

/// <summary>What a wall-clock time turned out to be.</summary>
public abstract record LocalTimeReading
{
    /// <summary>One moment.</summary>
    public sealed record Read(ZonedDateTime Time) : LocalTimeReading;

    /// <summary>Clocks skip it.</summary>
    /// <param name="NextValid">The next quarter-hour on the wall clock that exists.</param>
    public sealed record Skipped(LocalDateTime NextValid) : LocalTimeReading;

    /// <summary>Clocks show it twice, and nobody has said which is meant.</summary>
    public sealed record Doubled(ZonedDateTime Earlier, ZonedDateTime Later) : LocalTimeReading;
}
