using NodaTime;

namespace AssistPortal.Assist.Demo;

/// <summary>Days of the demo data, counted from now so that they never grow old.</summary>
internal static class DemoDays
{
    /// <summary>That wall-clock time, so many days from now; a weekend or holiday moves on.</summary>
    public static Instant Workday(Instant now, string timeZone, int daysAhead, LocalTime at)
    {
        var zone = DateTimeZoneProviders.Tzdb[timeZone];
        var today = now.InZone(zone).Date;
        var holidays = DemoCalendar.Holidays(today.PlusYears(-1), isChristmasOne: true).ToHashSet();
        var workday = today.PlusDays(daysAhead);
        while (workday.DayOfWeek >= IsoDayOfWeek.Saturday || holidays.Contains(workday))
        {
            workday = workday.PlusDays(1);
        }

        return (workday + at).InZoneLeniently(zone).ToInstant();
    }
}
