using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>The grid of 15 minutes in UTC on which producers are reserved.</summary>
public static class QuarterHours
{
    public const int Minutes = 15;

    private const long Seconds = Minutes * 60;

    /// <summary>Whether the instant lies on the grid.</summary>
    public static bool IsOnGrid(Instant instant) =>
        Instant.FromUnixTimeSeconds(IndexOf(instant) * Seconds) == instant;

    /// <summary>Number of the quarter-hour in which the instant lies, counted from 1970-01-01 in UTC.</summary>
    public static long IndexOf(Instant instant) => Math.DivRem(instant.ToUnixTimeSeconds(), Seconds) switch
    {
        (var quotient, < 0) => quotient - 1,
        (var quotient, _) => quotient,
    };

    /// <summary>Start of the quarter-hour with that number.</summary>
    public static Instant At(long index) => Instant.FromUnixTimeSeconds(index * Seconds);

    /// <summary>The first instant on the grid that is not before this one.</summary>
    public static Instant NotBefore(Instant instant) => At(QuarterRange.IndexAtOrAfter(instant));

    /// <summary>The starts of all quarter-hours in an interval.</summary>
    /// <exception cref="ArgumentException">The interval is empty or not on the grid.</exception>
    public static IEnumerable<Instant> In(Interval interval)
    {
        if (!IsOnGrid(interval.Start) || !IsOnGrid(interval.End) || interval.Duration <= Duration.Zero)
        {
            throw new ArgumentException("A reserved time starts and ends on quarter-hours.", nameof(interval));
        }

        var count = (int)(interval.Duration.TotalSeconds / Seconds);
        return Enumerable.Range(0, count).Select(slot => interval.Start + Duration.FromMinutes(slot * Minutes));
    }
}
