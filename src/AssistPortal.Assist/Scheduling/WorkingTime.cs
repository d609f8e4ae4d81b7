using System.Runtime.InteropServices;
using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>One weekly interval of work; see <see cref="Producers.WorkingHours"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WeeklyHours(IsoDayOfWeek Day, int StartMinute, int EndMinute);

/// <summary>Lays weekly hours out over the days of a range.</summary>
internal static class WorkingTime
{
    // Hours end by the end of the second day, and a local day lies at most one day beside the same day in UTC.
    private const int DaysBefore = 3;

    public static void AddTo(QuarterHourSet set, IReadOnlyList<WeeklyHours> week, WallClock clock)
    {
        var first = QuarterRange.FloorDivide(set.Range.From, QuarterRange.PerDay) - DaysBefore;
        var last = QuarterRange.FloorDivide(set.Range.To, QuarterRange.PerDay) + 1;
        foreach (var hours in week)
        {
            for (var day = OnOrAfter(first, hours.Day); day <= last; day += 7)
            {
                set.Add(clock.Between(day, hours.StartMinute, hours.EndMinute));
            }
        }
    }

    private static long OnOrAfter(long day, IsoDayOfWeek wanted)
    {
        // 1970-01-01, day 0, was a Thursday.
        var weekday = day + (int)IsoDayOfWeek.Thursday;
        return day + ((((int)wanted - weekday) % 7) + 7) % 7;
    }
}
