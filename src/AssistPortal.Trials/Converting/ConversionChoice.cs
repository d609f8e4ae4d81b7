using AssistPortal.Trials.Organisations;

namespace AssistPortal.Trials.Converting;

/// <summary>What a partner wants to order for a trial.</summary>
public sealed record ConversionChoice
{
    /// <summary>Null where none is chosen.</summary>
    public required Offer? Offer { get; init; }

    /// <summary>What is ordered of A-SPK.</summary>
    public IReadOnlyCollection<OfferItem> Items { get; init; } = [];

    /// <summary>Address of an administrator of the customer, as typed.</summary>
    public string AdminEmail { get; init; } = "";

    /// <summary>For A-SPK, as typed.</summary>
    public string TrialSiteUrl { get; init; } = "";

    /// <summary>For A-WX, as typed.</summary>
    public string NewSiteUrl { get; init; } = "";

    /// <summary>For A-WX: what is done for the new site to have the trial's URL.</summary>
    public SameUrl SameUrl { get; init; }

    /// <summary>What is done where a trial has that site: one without has no URL to wait for.</summary>
    internal SameUrl SameUrlFor(string? trialHost) => trialHost is null ? SameUrl.No : SameUrl;

    /// <summary>Host of the new site of A-WX; null where it can't be read.</summary>
    internal string? NewHostFor(string? trialHost) =>
        SameUrlFor(trialHost) == SameUrl.No ? SiteHost.Read(NewSiteUrl) : trialHost;
}
