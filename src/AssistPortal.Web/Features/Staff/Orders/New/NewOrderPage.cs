using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Packages;

namespace AssistPortal.Web.Features.Staff.Orders.New;

/// <summary>The page on which a coordinator begins an order for a customer, or goes on with one.</summary>
/// <param name="Input">What was typed.</param>
/// <param name="Sites">All sites with what may be ordered there.</param>
/// <param name="Drafts">The coordinator's own, the one worked on last first.</param>
/// <param name="Catalogue">What the drafts' keys stand for.</param>
public sealed record NewOrderPage(
    NewOrderInput Input, IReadOnlyList<SiteOffer> Sites, IReadOnlyList<OrderDraft> Drafts, Catalogue Catalogue)
{
    /// <summary>How many drafts are shown at once; the rest is folded away.</summary>
    public const int DraftsShown = 2;

    /// <summary>Packages of all sites, each once.</summary>
    public IEnumerable<ServicePackage> Packages => Sites
        .SelectMany(offer => offer.Packages)
        .DistinctBy(package => package.Id)
        .OrderBy(package => package.DisplayOrder);
}
