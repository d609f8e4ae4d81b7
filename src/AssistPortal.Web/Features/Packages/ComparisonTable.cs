using AssistPortal.Assist.Packages;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Packages;

/// <summary>The comparison table: packages across, services down, grouped by when they are given.</summary>
/// <param name="Packages">In their display order.</param>
/// <param name="Rows">In the order of phases, then their display order.</param>
public sealed record ComparisonTable(IReadOnlyList<ServicePackage> Packages, IReadOnlyList<ComparisonRow> Rows)
{
    public static async Task<ComparisonTable> LoadAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var packages = await db.Set<ServicePackage>().AsNoTracking()
            .Where(package => package.IsActive)
            .Include(package => package.Texts)
            .OrderBy(package => package.DisplayOrder)
            .ToListAsync(cancellationToken);
        var rows = await db.Set<ComparisonRow>().AsNoTracking()
            .Include(row => row.Texts)
            .Include(row => row.Cells)
            .ToListAsync(cancellationToken);
        return new ComparisonTable(packages, [.. rows.OrderBy(row => row.Phase).ThenBy(row => row.DisplayOrder)]);
    }
}
