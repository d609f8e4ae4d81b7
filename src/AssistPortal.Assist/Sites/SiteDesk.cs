using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites.Audit;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Sites;

/// <summary>Adds and changes sites. Orders keep the currency that they were placed in.</summary>
public sealed class SiteDesk(PortalDbContext db, IClock clock)
{
    /// <summary>Adds a site, unless another one has its host name.</summary>
    /// <returns>The site's key, where it was added.</returns>
    public async Task<(EditOutcome Outcome, int Id)> AddAsync(
        SiteDetails details, Guid actorId, CancellationToken cancellationToken)
    {
        if (await IsTakenAsync(details.HostName, except: null, cancellationToken))
        {
            return (EditOutcome.NameTaken, 0);
        }

        return await db.TakeKeysAsync<(EditOutcome Outcome, int Id)>(
            async cancellationToken =>
                (Commit: true, (EditOutcome.Saved, await WriteAsync(details, actorId, cancellationToken))),
            async (_, cancellationToken) => await IsTakenAsync(details.HostName, except: null, cancellationToken)
                ? (EditOutcome.NameTaken, 0)
                : null,
            cancellationToken);
    }

    /// <summary>Saves a site, unless somebody else has saved it since it was read.</summary>
    /// <param name="id">The site.</param>
    /// <param name="version">Its version as it was read.</param>
    /// <param name="details">What it is to be.</param>
    /// <param name="actorId">Who changes it.</param>
    /// <param name="cancellationToken">Ends the saving.</param>
    public async Task<EditOutcome> ChangeAsync(
        int id, int version, SiteDetails details, Guid actorId, CancellationToken cancellationToken)
    {
        var site = await db.Set<Site>()
            .Include(item => item.Packages)
            .SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        if (site is null)
        {
            return EditOutcome.Gone;
        }

        if (site.Version != version)
        {
            return EditOutcome.ChangedMeanwhile;
        }

        if (await IsTakenAsync(details.HostName, id, cancellationToken))
        {
            return EditOutcome.NameTaken;
        }

        var before = SiteSnapshot.Of(site);
        await ApplyAsync(details, site, cancellationToken);
        var record = new SiteChanged(id, Change.Between(before, SiteSnapshot.Of(site)));
        try
        {
            return await db.SaveChangeAsync(site, record, actorId, clock.GetCurrentInstant(), cancellationToken);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (!await IsTakenAsync(details.HostName, id, cancellationToken))
            {
                throw;
            }

            return EditOutcome.NameTaken;
        }
    }

    private async Task<int> WriteAsync(SiteDetails details, Guid actorId, CancellationToken cancellationToken)
    {
        var site = new Site(details.Name, details.HostName, details.Currency);
        await ApplyAsync(details, site, cancellationToken);
        db.Add(site);
        await db.SaveChangesAsync(cancellationToken);
        db.Audit(new SiteAdded(site.Id, Change.Added(SiteSnapshot.Of(site))), actorId, clock.GetCurrentInstant());
        await db.SaveChangesAsync(cancellationToken);
        return site.Id;
    }

    private async Task ApplyAsync(SiteDetails details, Site site, CancellationToken cancellationToken)
    {
        site.Rename(details.Name);
        site.MoveTo(details.HostName);
        site.PriceIn(details.Currency);
        site.SetActive(details.IsActive);
        site.Offer(
            await db.Set<ServicePackage>()
                .Where(package => details.PackageIds.Contains(package.Id))
                .ToListAsync(cancellationToken));
    }

    private Task<bool> IsTakenAsync(string hostName, int? except, CancellationToken cancellationToken) =>
        db.Set<Site>().AnyAsync(site => site.HostName == hostName && site.Id != except, cancellationToken);
}
