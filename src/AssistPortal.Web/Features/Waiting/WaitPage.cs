using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Web.Features.Ordering;

namespace AssistPortal.Web.Features.Waiting;

/// <summary>The page on which a host asks to be told.</summary>
public sealed record WaitPage
{
    /// <summary>The fields of step 1 that say what and when.</summary>
    public required AvailabilityInput Input { get; init; }

    /// <summary>The draft that the wish comes from.</summary>
    public Guid? DraftId { get; init; }

    /// <summary>The host's sites with what they offer.</summary>
    public required IReadOnlyList<SiteOffer> Sites { get; init; }

    /// <summary>For how long an offer is held.</summary>
    public required int OfferMinutes { get; init; }

    /// <summary>The two moments to choose from, when the typed time occurs twice.</summary>
    public LocalTimeReading.Doubled? Doubled { get; init; }

    /// <summary>Whether somebody is free at that time, so that there is nothing to wait for.</summary>
    public bool IsFree { get; init; }

    /// <summary>Packages of all sites that the host may order at.</summary>
    public IEnumerable<ServicePackage> Packages => Sites
        .SelectMany(offer => offer.Packages)
        .DistinctBy(package => package.Code)
        .OrderBy(package => package.DisplayOrder);
}
