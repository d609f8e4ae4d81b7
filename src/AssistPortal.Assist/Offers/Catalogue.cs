using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.Offers;

/// <summary>
/// All packages with texts, rates and terms, how they compare, and the sites with what they offer. It is kept in
/// memory and shared: nobody changes what is in it.
/// </summary>
public sealed class Catalogue
{
    private readonly Dictionary<int, ServicePackage> packagesById;
    private readonly Dictionary<int, SiteOffer> offersById;

    private Catalogue(
        IEnumerable<ServicePackage> packages,
        IEnumerable<ComparisonRow> rows,
        IReadOnlyCollection<(Site Site, IReadOnlyCollection<int> PackageIds)> sites)
    {
        Packages = [.. packages.OrderBy(package => package.DisplayOrder).ThenBy(package => package.Id)];
        ComparisonRows = [.. rows.OrderBy(row => row.Phase).ThenBy(row => row.DisplayOrder)];
        packagesById = Packages.ToDictionary(package => package.Id);
        Sites = [.. sites.Select(item => item.Site).OrderBy(site => site.Name, StringComparer.Ordinal)];
        offersById = sites.ToDictionary(item => item.Site.Id, item => new SiteOffer(
            item.Site,
            [.. Packages.Where(package => package.IsActive
                && item.PackageIds.Contains(package.Id)
                && package.IsPricedIn(item.Site.Currency))]));
    }

    /// <summary>Tells this reading of the catalogue from the next one.</summary>
    public Guid Edition { get; } = Guid.NewGuid();

    /// <summary>All packages in their display order, those that are not offered any more too.</summary>
    public IReadOnlyList<ServicePackage> Packages { get; }

    /// <summary>All sites by name, those that are not active any more too.</summary>
    public IReadOnlyList<Site> Sites { get; }

    /// <summary>In the order of phases, then their display order.</summary>
    public IReadOnlyList<ComparisonRow> ComparisonRows { get; }

    /// <exception cref="KeyNotFoundException">There is no such package.</exception>
    public ServicePackage Package(int id) => packagesById[id];

    /// <summary>The site and what is offered there.</summary>
    /// <exception cref="KeyNotFoundException">There is no such site.</exception>
    public SiteOffer Site(int id) => offersById[id];

    /// <summary>The site, where there is one.</summary>
    public SiteOffer? FindSite(int id) => offersById.GetValueOrDefault(id);

    internal static async Task<Catalogue> ReadAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var packages = await db.Set<ServicePackage>().AsNoTracking()
            .Include(package => package.Texts)
            .Include(package => package.CancellationTiers.OrderBy(tier => tier.NoticeHours))
            .Include(package => package.RateCards).ThenInclude(card => card.Extras)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        var rows = await db.Set<ComparisonRow>().AsNoTracking()
            .Include(row => row.Texts)
            .Include(row => row.Cells)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        var sites = await db.Set<Site>().AsNoTracking()
            .Select(site => new { Site = site, PackageIds = site.Packages.Select(package => package.Id).ToList() })
            .ToListAsync(cancellationToken);
        return new Catalogue(
            packages, rows, sites.ConvertAll(item => (item.Site, (IReadOnlyCollection<int>)item.PackageIds)));
    }
}

/// <summary>A site and what is offered there: active packages that have a rate card in its currency.</summary>
public sealed record SiteOffer(Site Site, IReadOnlyList<ServicePackage> Packages);
