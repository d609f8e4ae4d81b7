using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>When an event could start, day by day.</summary>
public sealed record FreeTimes(IReadOnlyList<FreeDay> Days);

/// <summary>The possible starts of one local day; none where there are no ranges.</summary>
/// <param name="Date">The day.</param>
/// <param name="Ranges">Its possible starts.</param>
/// <param name="Producers">How many producers have time for one of them or more.</param>
public sealed record FreeDay(LocalDate Date, IReadOnlyList<FreeRange> Ranges, int Producers)
{
    /// <summary>Every possible start of the day, in order.</summary>
    public IEnumerable<LocalTime> Starts => Ranges.SelectMany(range => range.Starts);
}

/// <summary>
/// Every quarter-hour from the first start to the last is possible, on the wall clock. A time that clocks skip is in
/// no range; one that they show twice is in a range when either of the two is possible.
/// </summary>
public sealed record FreeRange(LocalTime FirstStart, LocalTime LastStart)
{
    /// <summary>Minutes after midnight on the clock's face.</summary>
    public int FirstMinute => MinuteOf(FirstStart);

    /// <inheritdoc cref="FirstMinute" />
    public int LastMinute => MinuteOf(LastStart);

    /// <summary>The possible starts.</summary>
    public IEnumerable<LocalTime> Starts =>
        Enumerable.Range(0, ((LastMinute - FirstMinute) / QuarterHours.Minutes) + 1)
            .Select(quarter => FirstStart.PlusMinutes(quarter * QuarterHours.Minutes));

    private static int MinuteOf(LocalTime time) => (time.Hour * 60) + time.Minute;
}
