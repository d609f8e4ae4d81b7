using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.Packages;

/// <summary>What a host may order: the packages of the sites that the host belongs to.</summary>
public sealed class HostOffers(PortalDbContext db)
{
    /// <summary>The host's sites by name, each with its packages in their display order.</summary>
    public async Task<IReadOnlyList<SiteOffer>> ForAsync(Guid hostUserId, CancellationToken cancellationToken)
    {
        var sites = await db.Set<Site>().AsNoTracking()
            .Where(site => site.IsActive && site.Members.Any(member => member.UserId == hostUserId))
            .Include(site => site.Packages.Where(package => package.IsActive).OrderBy(package => package.DisplayOrder))
            .ThenInclude(package => package.Texts)
            .Include(site => site.Packages)
            .ThenInclude(package => package.RateCards)
            .ThenInclude(card => card.Extras)
            .OrderBy(site => site.Name)
            .ToListAsync(cancellationToken);
        return [.. sites.Select(site => new SiteOffer(
            site,
            [.. site.Packages.Where(package => package.RateCards.Exists(card => card.Currency == site.Currency))]))];
    }
}

/// <summary>A site and what is offered there: packages that have a rate card in its currency.</summary>
public sealed record SiteOffer(Site Site, IReadOnlyList<ServicePackage> Packages);
