using System.Globalization;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.Data.Revisions;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>The order so far, beside the form.</summary>
public sealed record OrderSummary
{
    public required OrderDraft Draft { get; init; }

    public required Site Site { get; init; }

    public required ServicePackage Package { get; init; }

    public required RateCard Rates { get; init; }

    public required StandardFee Fee { get; init; }

    public string PackageName => Package.Texts.In(CultureInfo.CurrentUICulture).Name;

    /// <summary>The rates and terms as the page shows them.</summary>
    public ShownTerms Shown => ShownTerms.Of(Package, Rates, Draft.Time!.DurationMinutes);

    public required Instant Now { get; init; }

    public CancellationTerms Terms => new(
        Draft.Time!.Start, Package.CancellationTiers.Select(tier => (tier.NoticeHours, tier.Percent)));
}

/// <summary>Gathers the summary of a draft that has passed step 1.</summary>
public sealed class OrderSummaries(Cached<Catalogue> catalogue, IClock clock)
{
    /// <param name="draft">The draft.</param>
    /// <param name="typed">Step 3 as it is shown; null for what stands in it by now.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<OrderSummary> MakeAsync(
        OrderDraft draft, EventInformationInput? typed, CancellationToken cancellationToken)
    {
        var known = await catalogue.GetAsync(cancellationToken);
        var site = known.Site(draft.SiteId).Site;
        var package = known.Package(draft.PackageId);
        var rates = package.RatesIn(site.Currency);
        var extras = (typed ?? EventInformationInput.Of(draft)).Extras(rates.Extras);
        return new OrderSummary
        {
            Draft = draft,
            Now = clock.GetCurrentInstant(),
            Site = site,
            Package = package,
            Rates = rates,
            Fee = StandardFee.By(rates, draft.Time!.DurationMinutes, extras),
        };
    }
}
