using AssistPortal.Assist.Billing.Audit;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Billing;

/// <summary>Writes down what sites have agreed to pay.</summary>
public sealed class ContractDesk(PortalDbContext db, IClock clock)
{
    /// <summary>
    /// All contracts of a site, to be looked at: for a package one in the site's currency, and others in former ones.
    /// </summary>
    public Task<List<Contract>> OfAsync(int siteId, CancellationToken cancellationToken) =>
        Contracts.AsNoTracking().Where(contract => contract.SiteId == siteId).ToListAsync(cancellationToken);

    /// <summary>
    /// Saves a contract in the site's currency, unless somebody else has saved it since it was read. One in a former
    /// currency stays, for the orders that were placed in that.
    /// </summary>
    /// <param name="site">The site.</param>
    /// <param name="packageId">The package.</param>
    /// <param name="version">The contract's version as it was read; null where there was none.</param>
    /// <param name="terms">What is agreed.</param>
    /// <param name="actorId">Who writes it down.</param>
    /// <param name="cancellationToken">Ends the saving.</param>
    public async Task<EditOutcome> SaveAsync(
        Site site, int packageId, int? version, ContractTerms terms, Guid actorId, CancellationToken cancellationToken)
    {
        var contract = await TrackedAsync(site.Id, packageId, site.Currency, cancellationToken);
        if (contract?.Version != version)
        {
            return EditOutcome.ChangedMeanwhile;
        }

        if (contract is null)
        {
            return await AddAsync(site, packageId, terms, actorId, cancellationToken);
        }

        var before = ContractSnapshot.Of(contract);
        contract.Agree(terms);
        var record = new ContractChanged(contract.Id, Change.Between(before, ContractSnapshot.Of(contract)));
        return await db.SaveChangeAsync(contract, record, actorId, clock.GetCurrentInstant(), cancellationToken);
    }

    /// <summary>Removes a contract: the site pays the standard rates again.</summary>
    /// <param name="siteId">The site.</param>
    /// <param name="packageId">The package.</param>
    /// <param name="currency">The contract's currency.</param>
    /// <param name="version">The contract's version as it was read.</param>
    /// <param name="actorId">Who removes it.</param>
    /// <param name="cancellationToken">Ends the saving.</param>
    public async Task<EditOutcome> RemoveAsync(
        int siteId, int packageId, string currency, int version, Guid actorId, CancellationToken cancellationToken)
    {
        var contract = await TrackedAsync(siteId, packageId, currency, cancellationToken);
        if (contract is null)
        {
            return EditOutcome.Gone;
        }

        if (contract.Version != version)
        {
            return EditOutcome.ChangedMeanwhile;
        }

        var record = new ContractRemoved(contract.Id, Change.Removed(ContractSnapshot.Of(contract)));
        db.Audit(record, actorId, clock.GetCurrentInstant());
        db.Remove(contract);
        return await db.SaveEditAsync(cancellationToken);
    }

    private IQueryable<Contract> Contracts => db.Set<Contract>().Include(contract => contract.Extras);

    private Task<EditOutcome> AddAsync(
        Site site, int packageId, ContractTerms terms, Guid actorId, CancellationToken cancellationToken) =>
        db.TakeKeysAsync<EditOutcome>(
            async cancellationToken =>
            {
                var contract = new Contract(site.Id, packageId, site.Currency);
                contract.Agree(terms);
                db.Add(contract);
                await db.SaveChangesAsync(cancellationToken);
                var record = new ContractAdded(contract.Id, Change.Added(ContractSnapshot.Of(contract)));
                db.Audit(record, actorId, clock.GetCurrentInstant());
                await db.SaveChangesAsync(cancellationToken);
                return (Commit: true, EditOutcome.Saved);
            },
            async (_, cancellationToken) =>
                await TrackedAsync(site.Id, packageId, site.Currency, cancellationToken) is null
                    ? null
                    : EditOutcome.ChangedMeanwhile,
            cancellationToken);

    private Task<Contract?> TrackedAsync(
        int siteId, int packageId, string currency, CancellationToken cancellationToken) =>
        Contracts.SingleOrDefaultAsync(
            item => item.SiteId == siteId && item.PackageId == packageId && item.Currency == currency,
            cancellationToken);
}
