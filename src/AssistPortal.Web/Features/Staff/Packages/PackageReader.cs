using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Packages;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>Packages as they stand in the database, to be looked at.</summary>
public sealed class PackageReader(PortalDbContext db, Cached<ServedPackages> served, IClock clock)
{
    /// <summary>All, in the order in which hosts see them.</summary>
    public Task<List<ServicePackage>> AllAsync(CancellationToken cancellationToken) =>
        Packages.OrderBy(package => package.DisplayOrder).ThenBy(package => package.Id).ToListAsync(cancellationToken);

    public Task<ServicePackage?> FindAsync(int id, CancellationToken cancellationToken) =>
        Packages.SingleOrDefaultAsync(package => package.Id == id, cancellationToken);

    /// <summary>
    /// Keys of those that are active but not offered to hosts, because nobody is qualified for them.
    /// </summary>
    public async Task<IReadOnlySet<int>> UnservedAsync(
        IEnumerable<ServicePackage> packages, CancellationToken cancellationToken)
    {
        var (people, now) = (await served.GetAsync(cancellationToken), clock.GetCurrentInstant());
        return packages.Where(package => package.IsActive && !people.Has(package.Id, now))
            .Select(package => package.Id)
            .ToHashSet();
    }

    private IQueryable<ServicePackage> Packages => db.Set<ServicePackage>().AsNoTracking().AsSplitQuery()
        .Include(package => package.Texts)
        .Include(package => package.CancellationTiers.OrderByDescending(tier => tier.NoticeHours))
        .Include(package => package.RateCards.OrderBy(card => card.Currency)).ThenInclude(card => card.Extras);
}
