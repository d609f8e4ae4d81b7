using NodaTime;

namespace AssistPortal.Assist.Demo;

/// <summary>Days of the demo data, counted from now so that they never grow old.</summary>
internal static class DemoDays
{
    /// <summary>That wall-clock time, so many days from now; a weekend moves on to Monday.</summary>
    public static Instant Workday(Instant now, string timeZone, int daysAhead, LocalTime at)
    {
        var zone = DateTimeZoneProviders.Tzdb[timeZone];
        var date = now.InZone(zone).Date.PlusDays(daysAhead);
        var workday = date.DayOfWeek switch
        {
            IsoDayOfWeek.Saturday => date.PlusDays(2),
            IsoDayOfWeek.Sunday => date.PlusDays(1),
            _ => date,
        };
        return (workday + at).InZoneLeniently(zone).ToInstant();
    }
}
