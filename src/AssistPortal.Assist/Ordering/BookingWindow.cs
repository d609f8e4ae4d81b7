using NodaTime;

namespace AssistPortal.Assist.Ordering;

/// <summary>From when until when an event may be ordered, by whole days in the event's zone.</summary>
/// <param name="First">First day on which an event may take place.</param>
/// <param name="Last">Last such day.</param>
/// <param name="Zone">The event's zone.</param>
/// <param name="Now">The moment of ordering; an event always lies after it.</param>
public sealed record BookingWindow(LocalDate First, LocalDate Last, DateTimeZone Zone, Instant Now)
{
    /// <summary>The window that lead time and horizon leave.</summary>
    public static BookingWindow At(Instant now, DateTimeZone zone, OrderingOptions options)
    {
        var today = now.InZone(zone).Date;
        return new BookingWindow(today.PlusDays(options.LeadTimeDays), today.PlusMonths(options.HorizonMonths), zone, now);
    }

    /// <summary>The instants at which an event may start.</summary>
    public Interval Starts
    {
        get
        {
            var first = Instant.Max(First.AtStartOfDayInZone(Zone).ToInstant(), Now);
            return new Interval(first, Instant.Max(first, Last.PlusDays(1).AtStartOfDayInZone(Zone).ToInstant()));
        }
    }
}
