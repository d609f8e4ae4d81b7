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
    private static readonly LocalTime Morning = new(9, 0);

    /// <summary>Minutes after midnight on the clock's face.</summary>
    public int FirstMinute => MinuteOf(FirstStart);

    /// <inheritdoc cref="FirstMinute" />
    public int LastMinute => MinuteOf(LastStart);

    /// <summary>Whether every start of the day is possible.</summary>
    public bool IsWholeDay => FirstMinute == 0 && LastMinute == (24 * 60) - QuarterHours.Minutes;

    /// <summary>
    /// The start to propose: the one that is typed already, else the first in office hours, else the first.
    /// </summary>
    public LocalTime Propose(LocalTime? typed)
    {
        LocalTime[] wanted = typed is { } time ? [time, Morning] : [Morning];
        return wanted.Where(start => start >= FirstStart && start <= LastStart).Append(FirstStart).First();
    }

    private static int MinuteOf(LocalTime time) => (time.Hour * 60) + time.Minute;
}
