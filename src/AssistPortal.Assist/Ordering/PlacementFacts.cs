using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Packages;
using NodaTime;

namespace AssistPortal.Assist.Ordering;

/// <summary>What a draft is proven against: all of it read before.</summary>
internal sealed record PlacementFacts
{
    /// <summary>The draft's package as it is now.</summary>
    public required ServicePackage Package { get; init; }

    /// <summary>The sites of the host, or all of them for staff, with what is offered there.</summary>
    public required IReadOnlyList<SiteOffer> Offers { get; init; }

    /// <summary>When the event may start; empty for a draft without a time.</summary>
    public required Interval Bookable { get; init; }

    /// <summary>Whether the draft's start was offered to the host, who had waited for it.</summary>
    public bool IsOffered { get; init; }

    /// <summary>The rates and terms that the host saw; null where nobody knows.</summary>
    public required ShownTerms? Shown { get; init; }

    /// <summary>Culture name of the language in which mails are written.</summary>
    public required string PageLanguage { get; init; }

    /// <summary>Least hours from an update of the order to its new start.</summary>
    public required int UpdateNoticeHours { get; init; }
}
