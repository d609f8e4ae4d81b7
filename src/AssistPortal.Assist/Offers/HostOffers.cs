using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Data.Revisions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Offers;

/// <summary>
/// What a host may order: the packages of the sites that the host belongs to, but those that nobody is qualified for.
/// </summary>
public sealed class HostOffers(
    PortalDbContext db, Cached<Catalogue> catalogue, Cached<ServedPackages> served, IClock clock)
{
    private static readonly CompiledQuery<Func<PortalDbContext, Guid, IAsyncEnumerable<int>>> SiteIds = new(() =>
        EF.CompileAsyncQuery((PortalDbContext db, Guid userId) => db.Set<SiteMember>()
            .Where(member => member.UserId == userId)
            .Select(member => member.SiteId)));

    private (Guid Host, IReadOnlyList<int> SiteIds)? known;

    /// <summary>Tells the sites of a host that this request has read already.</summary>
    internal void Know(Guid hostUserId, IReadOnlyList<int> siteIds) => known = (hostUserId, siteIds);

    /// <summary>The host's sites by name, each with its packages in their display order.</summary>
    public async Task<IReadOnlyList<SiteOffer>> ForAsync(Guid hostUserId, CancellationToken cancellationToken)
    {
        var siteIds = known is { } read && read.Host == hostUserId
            ? read.SiteIds
            : await SiteIds.On(db)(db, hostUserId).ToListAsync(cancellationToken);
        var all = await catalogue.GetAsync(cancellationToken);
        return await ServedAsync(siteIds.Select(all.FindSite).OfType<SiteOffer>(), cancellationToken);
    }

    /// <summary>The same of all sites, for coordinators who order for a site.</summary>
    public async Task<IReadOnlyList<SiteOffer>> AllAsync(CancellationToken cancellationToken)
    {
        var all = await catalogue.GetAsync(cancellationToken);
        return await ServedAsync(all.Sites.Select(site => all.Site(site.Id)), cancellationToken);
    }

    private async Task<IReadOnlyList<SiteOffer>> ServedAsync(
        IEnumerable<SiteOffer> offers, CancellationToken cancellationToken)
    {
        var (people, now) = (await served.GetAsync(cancellationToken), clock.GetCurrentInstant());
        return
        [
            .. offers.Where(offer => offer.Site.IsActive)
                .Select(offer => offer with
                {
                    Packages = [.. offer.Packages.Where(item => people.Has(item.Id, now))],
                })
                .OrderBy(offer => offer.Site.Name, StringComparer.CurrentCulture),
        ];
    }
}
