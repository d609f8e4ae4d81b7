using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>From when until when an event may be ordered, by whole days in the event's zone.</summary>
/// <param name="First">First day on which an event may take place.</param>
/// <param name="Last">Last such day.</param>
/// <param name="Zone">The event's zone.</param>
/// <param name="Earliest">No event starts before this moment.</param>
public sealed record BookingWindow(LocalDate First, LocalDate Last, DateTimeZone Zone, Instant Earliest)
{
    /// <summary>
    /// The window that lead time and horizon leave; at short notice an order needs no more of it than a change does.
    /// </summary>
    public static BookingWindow At(
        Instant now, DateTimeZone zone, BookingOptions options, LeadTime leadTime = LeadTime.Usual)
    {
        var today = now.InZone(zone).Date;
        var usual = new BookingWindow(
            today.PlusDays(options.LeadTimeDays), today.PlusMonths(options.HorizonMonths), zone, now);
        var earliest = leadTime == LeadTime.Waived ? now : now + Duration.FromHours(options.UpdateNoticeHours);
        return leadTime != LeadTime.Usual && earliest < usual.Starts.Start
            ? usual with { First = earliest.InZone(zone).Date, Earliest = earliest }
            : usual;
    }

    /// <summary>The instants at which an event may start.</summary>
    public Interval Starts
    {
        get
        {
            var first = Instant.Max(First.AtStartOfDayInZone(Zone).ToInstant(), Earliest);
            return new Interval(first, Instant.Max(first, Last.PlusDays(1).AtStartOfDayInZone(Zone).ToInstant()));
        }
    }
}
