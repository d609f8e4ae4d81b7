using AssistPortal.Assist.Packages;
using AssistPortal.Data;
using AssistPortal.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests;

internal static class PackageEdits
{
    /// <summary>Changes what staff say of all packages.</summary>
    public static Task<int> EditPackagesAsync(
        this PortalDbContext db, Func<PackageDetails, PackageDetails> change) => db.EditAsync(
        db.Set<ServicePackage>()
            .Include(package => package.Texts)
            .Include(package => package.CancellationTiers)
            .AsSplitQuery(),
        package => package.Change(change(PackageDetails.Of(package))));
}
