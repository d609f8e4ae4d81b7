using System.Globalization;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sites;
using NodaTime;

namespace AssistPortal.Assist.Orders;

/// <summary>An order with what its keys stand for.</summary>
public sealed record OrderWithRelations(Order Order, ServicePackage Package, Site Site, Producer Producer)
{
    /// <summary>In the current language.</summary>
    public string PackageName => Package.Texts.In(CultureInfo.CurrentUICulture).Name;

    /// <summary>Minutes before the start from which the producer is there.</summary>
    public int LeadMinutes => (int)(Order.Time.Start - Reserved.Start).TotalMinutes;

    /// <summary>The producer's time that is reserved for it; null where none is, as after a cancellation.</summary>
    public Interval? Taken { get; init; }

    /// <summary>
    /// What a coordinator says to the customer with an act, and the act's mail says for them; null for nothing.
    /// </summary>
    public string? Words { get; init; }

    /// <summary>
    /// Whether the portal can give the meeting another time itself: by the site's kind, where the session is known.
    /// </summary>
    public bool ChangesMeetingByItself =>
        Site.ScheduleChange == ScheduleChange.ChangesByItself && Order.SessionKey is not null;

    /// <summary>
    /// The producer's time that the order takes; without a reservation, the event with the package's lead and trail.
    /// </summary>
    public Interval Reserved
    {
        get
        {
            if (Taken is { } reserved)
            {
                return reserved;
            }

            var taken = EventShape
                .Of(Order.Time.DurationMinutes, Package.LeadMinutes, Package.TrailMinutes)
                .Around(Order.Time.Start);
            return new Interval(taken.Start, taken.End);
        }
    }
}
