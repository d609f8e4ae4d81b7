using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>A package's rates in all currencies.</summary>
/// <param name="Package">The package.</param>
/// <param name="Input">The currency of a card to be added.</param>
/// <param name="Missing">Sites that offer the package in a currency without a card, so that it can't be ordered there.</param>
public sealed record RateListPage(ServicePackage Package, RateChoiceInput Input, IReadOnlyList<Site> Missing);

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

/// <summary>Asks before a card goes.</summary>
/// <param name="Package">The package.</param>
/// <param name="Card">The card.</param>
/// <param name="Sites">Where the package can't be ordered then.</param>
public sealed record RateRemovalPage(ServicePackage Package, RateCard Card, IReadOnlyList<Site> Sites);

/// <summary>The fields of rates, in a card or a contract.</summary>
/// <param name="Input">What was typed.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="IsContract">Whether they replace standard rates.</param>
/// <param name="Standard">The standard rates beside which a contract stands.</param>
public sealed record RateFields(RatesInput Input, string Currency, bool IsContract, RateCard? Standard);
