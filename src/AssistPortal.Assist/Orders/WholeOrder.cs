using System.Globalization;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sites;
using NodaTime;

namespace AssistPortal.Assist.Orders;

/// <summary>An order with what its keys stand for.</summary>
public sealed record WholeOrder(Order Order, ServicePackage Package, Site Site, Producer Producer)
{
    /// <summary>In the current language.</summary>
    public string PackageName => Package.Texts.In(CultureInfo.CurrentUICulture).Name;

    /// <summary>The producer's time that the order takes: the event with the package's lead and trail.</summary>
    public Interval Reserved
    {
        get
        {
            var taken = EventShape.Of(Order.Time.DurationMinutes, Package.LeadMinutes, Package.TrailMinutes).Around(Order.Time.Start);
            return new Interval(taken.Start, taken.End);
        }
    }
}
