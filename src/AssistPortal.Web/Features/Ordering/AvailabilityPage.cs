using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Web.Features.Times;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>What step 1 shows beside its fields.</summary>
public sealed record AvailabilityPage() : StepPage(OrderStep.Availability)
{
    public required AvailabilityInput Input { get; init; }

    public override object Typed => Input;

    /// <summary>The host's sites with what they offer.</summary>
    public required IReadOnlyList<SiteOffer> Sites { get; init; }

    public required FreeTimesModel FreeTimes { get; init; }

    /// <summary>IANA names of the zones in which the site's events take place most often.</summary>
    public required IReadOnlyList<string> CommonZones { get; init; }

    /// <summary>The two moments to choose from, when the typed time occurs twice.</summary>
    public LocalTimeReading.Doubled? Doubled { get; init; }

    /// <summary>Until when a coordinator lets the host order sooner than usual; null where none does.</summary>
    public ZonedDateTime? ShortNoticeUntil { get; init; }

    /// <summary>Hours from then on at which the event may start.</summary>
    public int ShortNoticeHours { get; init; }

    /// <summary>What to offer, when nobody is free.</summary>
    public NobodyFree? NobodyFree { get; init; }

    /// <summary>Packages of the site that is chosen; of all sites where none is.</summary>
    public IEnumerable<ServicePackage> Packages => Sites
        .Where(offer => string.IsNullOrEmpty(Input.SiteId) || $"{offer.Site.Id}" == Input.SiteId)
        .SelectMany(offer => offer.Packages)
        .DistinctBy(package => package.Code)
        .OrderBy(package => package.DisplayOrder);
}
