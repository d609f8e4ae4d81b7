using AssistPortal.Assist.Offers;

namespace AssistPortal.Assist.Ordering;

public static class DraftOffers
{
    /// <summary>What may be ordered in a draft: what its host may order; without a host, at all sites.</summary>
    public static Task<IReadOnlyList<SiteOffer>> OfAsync(
        this HostOffers offers, OrderDraft draft, CancellationToken cancellationToken) =>
        draft.HostUserId is { } host ? offers.ForAsync(host, cancellationToken) : offers.AllAsync(cancellationToken);
}
