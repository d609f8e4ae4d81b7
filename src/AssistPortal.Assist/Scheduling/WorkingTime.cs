using System.Runtime.InteropServices;
using AssistPortal.Assist.Producers;
using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>One weekly interval of work; see <see cref="WorkingHours"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WeeklyHours(IsoDayOfWeek Day, int StartMinute, int EndMinute)
{
    public static WeeklyHours Of(WorkingHours hours) => new(hours.Day, hours.StartMinute, hours.EndMinute);
}

/// <summary>
/// The interval of work that holds on one local day instead of the weekly ones; empty where there is no work.
/// </summary>
/// <param name="Day">Local day, counted from 1970-01-01.</param>
/// <param name="StartMinute">Minutes after midnight.</param>
/// <param name="EndMinute">Minutes after midnight, exclusive.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DayHours(long Day, int StartMinute, int EndMinute)
{
    public static DayHours Of(ExceptionalHours hours) =>
        new(WorkingTime.DayOf(hours.Date), hours.StartMinute ?? 0, hours.EndMinute ?? 0);
}

/// <summary>Lays working hours out over the days of a range.</summary>
internal static class WorkingTime
{
    /// <summary>
    /// How many local days before a range, by its UTC dates, may matter: hours end by the end of the second day, and a
    /// local day lies at most one day beside the same day in UTC.
    /// </summary>
    private const int DaysBefore = 3;

    private static readonly LocalDate DayZero = new(1970, 1, 1);

    /// <summary>The local day's number, counted from 1970-01-01.</summary>
    public static long DayOf(LocalDate date) => Period.DaysBetween(DayZero, date);

    /// <summary>Adds the weekly hours, and on days that have exceptions those instead.</summary>
    public static void AddTo(
        QuarterHourSet set, IReadOnlyList<WeeklyHours> week, IReadOnlyCollection<DayHours> exceptions, WallClock clock)
    {
        var first = QuarterRange.FloorDivide(set.Range.From, QuarterRange.PerDay) - DaysBefore;
        var last = QuarterRange.FloorDivide(set.Range.To, QuarterRange.PerDay) + 1;
        foreach (var hours in week)
        {
            for (var day = OnOrAfter(first, hours.Day); day <= last; day += 7)
            {
                if (exceptions.Count == 0 || !exceptions.Any(other => other.Day == day))
                {
                    set.Add(clock.Between(day, hours.StartMinute, hours.EndMinute));
                }
            }
        }

        foreach (var hours in exceptions)
        {
            if (hours.Day >= first && hours.Day <= last && hours.StartMinute < hours.EndMinute)
            {
                set.Add(clock.Between(hours.Day, hours.StartMinute, hours.EndMinute));
            }
        }
    }

    /// <summary>Removes what lies before the first day or after the last one.</summary>
    public static void KeepDays(QuarterHourSet set, LocalDate? firstDay, LocalDate? lastDay, WallClock clock)
    {
        if (firstDay is { } from)
        {
            set.Remove(new QuarterRange(set.Range.From, clock.Between(DayOf(from), 0, MinutesPerDay).From));
        }

        if (lastDay is { } until)
        {
            set.Remove(new QuarterRange(clock.Between(DayOf(until) + 1, 0, MinutesPerDay).From, set.Range.To));
        }
    }

    private const int MinutesPerDay = 24 * 60;

    private static long OnOrAfter(long day, IsoDayOfWeek wanted)
    {
        // 1970-01-01, day 0, was a Thursday.
        var weekday = day + (int)IsoDayOfWeek.Thursday;
        return day + ((((int)wanted - weekday) % 7) + 7) % 7;
    }
}
