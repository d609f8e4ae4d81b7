using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>Local days as they are in fact, on days of clock changes and on those that a zone skipped.</summary>
public static class LocalDays
{
    /// <summary>
    /// From the first moment of the day to that of the next one; empty for a day that the zone skipped.
    /// </summary>
    public static Interval Of(LocalDate day, DateTimeZone zone) =>
        new(StartOf(day, zone), StartOf(day.PlusDays(1), zone));

    private static Instant StartOf(LocalDate day, DateTimeZone zone)
    {
        var midnight = zone.MapLocal(day.AtMidnight());
        return midnight.Count == 0 ? midnight.LateInterval.Start : midnight.First().ToInstant();
    }
}
