using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;

namespace AssistPortal.Trials.Converting;

/// <summary>What an order has to be like. Pure: all that is to be known of the customer is in the facts.</summary>
internal static class ConversionCheck
{
    /// <summary>What is wrong with an order, in the order of its fields; one fault at most for each field.</summary>
    public static IReadOnlyList<ConversionFault> FaultsOf(ConversionChoice choice, ConversionFacts facts) =>
        facts.State switch
        {
            TrialState.Paid => [ConversionFault.AlreadyPaid],
            TrialState.Ended => [ConversionFault.Ended],
            _ => [.. Faults(choice, facts).OfType<ConversionFault>()],
        };

    private static IEnumerable<ConversionFault?> Faults(ConversionChoice choice, ConversionFacts facts)
    {
        yield return choice.Offer switch
        {
            null => ConversionFault.OfferMissing,
            Offer.Spark => FaultOfItems(choice.Items),
            _ => null,
        };
        yield return choice.AdminEmail.Length == 0 ? ConversionFault.AdministratorMissing
            : facts.AdministratorKeys.Contains(MailKey.Of(choice.AdminEmail)) ? null
            : ConversionFault.AdministratorUnknown;
        yield return choice.Offer switch
        {
            Offer.Spark => FaultOfTrialSite(choice, facts),
            Offer.WebEx => FaultOfNewSite(choice, facts),
            _ => null,
        };
    }

    private static ConversionFault? FaultOfItems(IReadOnlyCollection<OfferItem> items) =>
        items.Count == 0 ? ConversionFault.ItemsMissing
        : items.Distinct().Count(ConversionRules.Packages.Contains) > 1 ? ConversionFault.SeveralPackages
        : null;

    private static ConversionFault? FaultOfTrialSite(ConversionChoice choice, ConversionFacts facts) =>
        facts.SiteHost is not { } host || !ConversionRules.Of(Offer.Spark, choice.Items).Any(rule => rule.NeedsSiteUrl)
            ? null
        : choice.TrialSiteUrl.Length == 0 ? ConversionFault.SiteUrlMissing
        : SiteHost.Read(choice.TrialSiteUrl) == host ? null
        : ConversionFault.SiteUrlOther;

    private static ConversionFault? FaultOfNewSite(ConversionChoice choice, ConversionFacts facts)
    {
        var typed = SiteHost.Read(choice.NewSiteUrl);
        if (choice.SameUrlFor(facts.SiteHost) != SameUrl.No)
        {
            return choice.NewSiteUrl.Length == 0 || typed == facts.SiteHost ? null : ConversionFault.NewSiteOther;
        }

        return choice.NewSiteUrl.Length == 0 ? ConversionFault.NewSiteMissing
            : typed is null ? ConversionFault.NewSiteUnreadable
            : typed == facts.SiteHost ? ConversionFault.NewSiteIsTrials
            : facts.IsNewSiteTaken ? ConversionFault.NewSiteTaken
            : null;
    }
}

/// <summary>What is to be known of a customer to judge an order.</summary>
/// <param name="State">How far the trial is.</param>
/// <param name="SiteHost">Host of its site; null where it has none.</param>
/// <param name="AdministratorKeys">Keys of its current administrators' addresses: see <see cref="MailKey"/>.</param>
/// <param name="IsNewSiteTaken">Whether another organisation has the new site's host.</param>
internal sealed record ConversionFacts(
    TrialState State, string? SiteHost, IReadOnlyCollection<string> AdministratorKeys, bool IsNewSiteTaken);
