using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>When an event could start, day by day.</summary>
public sealed record FreeTimes(IReadOnlyList<FreeDay> Days);

/// <summary>The possible starts of one local day; none where there are no ranges.</summary>
public sealed record FreeDay(LocalDate Date, IReadOnlyList<FreeRange> Ranges);

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

    private static int MinuteOf(LocalTime time) => (time.Hour * 60) + time.Minute;
}
