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

    /// <summary>The host's sites by name, each with its packages in their display order.</summary>
    public async Task<IReadOnlyList<SiteOffer>> ForAsync(Guid hostUserId, CancellationToken cancellationToken)
    {
        var known = await catalogue.GetAsync(cancellationToken);
        var offers = new List<SiteOffer>();
        await foreach (var siteId in SiteIds.On(db)(db, hostUserId).WithCancellation(cancellationToken))
        {
            if (known.FindSite(siteId) is { } offer)
            {
                offers.Add(offer);
            }
        }

        return await ServedAsync(offers, cancellationToken);
    }

    /// <summary>The same of all sites, for coordinators who order for a site.</summary>
    public async Task<IReadOnlyList<SiteOffer>> AllAsync(CancellationToken cancellationToken)
    {
        var known = await catalogue.GetAsync(cancellationToken);
        return await ServedAsync(known.Sites.Select(site => known.Site(site.Id)), cancellationToken);
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
