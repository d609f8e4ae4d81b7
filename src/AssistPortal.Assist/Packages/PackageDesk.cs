using AssistPortal.Assist.Packages.Audit;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Packages;

/// <summary>Adds and changes packages. Orders keep the terms that they were placed with.</summary>
public sealed class PackageDesk(PortalDbContext db, IClock clock)
{
    /// <summary>Adds a package, unless another one has its code.</summary>
    /// <returns>The package's key, where it was added.</returns>
    public async Task<(EditOutcome Outcome, int Id)> AddAsync(
        string code, PackageDetails details, Guid actorId, CancellationToken cancellationToken)
    {
        if (await IsTakenAsync(code, cancellationToken))
        {
            return (EditOutcome.NameTaken, 0);
        }

        return await db.TakeKeysAsync<(EditOutcome Outcome, int Id)>(
            async cancellationToken =>
                (Commit: true, (EditOutcome.Saved, await WriteAsync(code, details, actorId, cancellationToken))),
            async (_, cancellationToken) => await IsTakenAsync(code, cancellationToken)
                ? (EditOutcome.NameTaken, 0)
                : null,
            cancellationToken);
    }

    /// <summary>Saves a package, unless somebody else has saved it since it was read.</summary>
    /// <param name="id">The package.</param>
    /// <param name="version">Its version as it was read.</param>
    /// <param name="details">What it is to be.</param>
    /// <param name="actorId">Who changes it.</param>
    /// <param name="cancellationToken">Ends the saving.</param>
    public async Task<EditOutcome> ChangeAsync(
        int id, int version, PackageDetails details, Guid actorId, CancellationToken cancellationToken)
    {
        var package = await db.Set<ServicePackage>()
            .Include(item => item.Texts)
            .Include(item => item.CancellationTiers)
            .AsSplitQuery()
            .SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        if (package is null)
        {
            return EditOutcome.Gone;
        }

        if (package.Version != version)
        {
            return EditOutcome.ChangedMeanwhile;
        }

        var before = PackageDetails.Of(package);
        package.Change(details);
        var record = new PackageChanged(id, Change.Between(before, PackageDetails.Of(package)));
        return await db.SaveChangeAsync(package, record, actorId, clock.GetCurrentInstant(), cancellationToken);
    }

    private async Task<int> WriteAsync(
        string code, PackageDetails details, Guid actorId, CancellationToken cancellationToken)
    {
        var package = new ServicePackage(code, details);
        db.Add(package);
        await db.SaveChangesAsync(cancellationToken);
        db.Audit(
            new PackageAdded(package.Id, Change.Added(PackageDetails.Of(package))), actorId, clock.GetCurrentInstant());
        await db.SaveChangesAsync(cancellationToken);
        return package.Id;
    }

    private Task<bool> IsTakenAsync(string code, CancellationToken cancellationToken) =>
        db.Set<ServicePackage>().AnyAsync(package => package.Code == code, cancellationToken);
}
