using AssistPortal.Assist.Packages;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>Packages as they stand in the database, to be looked at.</summary>
public sealed class PackageReader(PortalDbContext db)
{
    /// <summary>All, in the order in which hosts see them.</summary>
    public Task<List<ServicePackage>> AllAsync(CancellationToken cancellationToken) =>
        Packages.OrderBy(package => package.DisplayOrder).ThenBy(package => package.Id).ToListAsync(cancellationToken);

    public Task<ServicePackage?> FindAsync(int id, CancellationToken cancellationToken) =>
        Packages.SingleOrDefaultAsync(package => package.Id == id, cancellationToken);

    private IQueryable<ServicePackage> Packages => db.Set<ServicePackage>().AsNoTracking().AsSplitQuery()
        .Include(package => package.Texts)
        .Include(package => package.CancellationTiers.OrderByDescending(tier => tier.NoticeHours))
        .Include(package => package.RateCards.OrderBy(card => card.Currency)).ThenInclude(card => card.Extras);
}
