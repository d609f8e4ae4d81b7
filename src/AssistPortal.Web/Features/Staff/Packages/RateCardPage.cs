using AssistPortal.Assist.Packages;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>The form of a rate card.</summary>
public sealed record RateCardPage
{
    public required ServicePackage Package { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    public required RatesInput Input { get; init; }

    public ChangedMeanwhile? Changed { get; init; }

    /// <summary>The card that is edited; null for a new one.</summary>
    public RateCard? Card => Package.RateCards.SingleOrDefault(card => card.Currency == Currency);
}
