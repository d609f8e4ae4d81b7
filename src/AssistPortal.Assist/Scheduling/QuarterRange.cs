using System.Runtime.InteropServices;
using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>Consecutive quarter-hours by their numbers on the grid, <see cref="To"/> exclusive.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct QuarterRange(long From, long To)
{
    public const int PerDay = 24 * 60 / QuarterHours.Minutes;

    private const long Seconds = QuarterHours.Minutes * 60;

    public bool IsEmpty => To <= From;

    public int Length => IsEmpty ? 0 : checked((int)(To - From));

    public Instant Start => QuarterHours.At(From);

    public Instant End => QuarterHours.At(To);

    /// <summary>Every quarter-hour that the time touches.</summary>
    public static QuarterRange Touching(Instant start, Instant end) =>
        new(QuarterHours.IndexOf(start), IndexAtOrAfter(end));

    /// <summary>The quarter-hours that lie wholly between two moments, in seconds from 1970-01-01 in UTC.</summary>
    public static QuarterRange Whole(long startSecond, long endSecond) =>
        new(-FloorDivide(-startSecond, Seconds), FloorDivide(endSecond, Seconds));

    /// <summary>Number of the first quarter-hour that starts at the instant or after it.</summary>
    public static long IndexAtOrAfter(Instant instant)
    {
        var index = QuarterHours.IndexOf(instant);
        return QuarterHours.At(index) == instant ? index : index + 1;
    }

    public QuarterRange Intersect(QuarterRange other) => new(Math.Max(From, other.From), Math.Min(To, other.To));

    /// <summary>The least range that holds both.</summary>
    public QuarterRange Hull(QuarterRange other) => new(Math.Min(From, other.From), Math.Max(To, other.To));

    /// <summary>Division that rounds down for negative numbers too.</summary>
    public static long FloorDivide(long number, long by) => (number / by) - (number % by < 0 ? 1 : 0);
}
