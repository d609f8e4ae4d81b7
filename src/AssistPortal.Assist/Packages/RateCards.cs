using AssistPortal.Assist.Packages.Audit;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Packages;

/// <summary>Changes what packages cost. Orders keep the rates that they were placed with.</summary>
public sealed class RateCards(PortalDbContext db, IClock clock)
{
    /// <summary>
    /// Saves a package's rates in a currency, unless somebody else has saved the package since it was read.
    /// </summary>
    /// <param name="packageId">The package.</param>
    /// <param name="version">Its version as it was read.</param>
    /// <param name="currency">ISO 4217 code; a card is added where there is none in it yet.</param>
    /// <param name="details">The rates.</param>
    /// <param name="actorId">Who changes them.</param>
    /// <param name="cancellationToken">Ends the saving.</param>
    public async Task<EditOutcome> SaveAsync(
        int packageId,
        int version,
        string currency,
        RateCardDetails details,
        Guid actorId,
        CancellationToken cancellationToken)
    {
        var (package, outcome) = await FindAsync(packageId, version, cancellationToken);
        if (package is null)
        {
            return outcome;
        }

        var before = package.IsPricedIn(currency) ? RateCardDetails.Of(package.RatesIn(currency)) : null;
        package.Price(currency, details);
        var change = Change.Between(before, RateCardDetails.Of(package.RatesIn(currency)));
        return await db.SaveChangeAsync(
            package,
            before is null
                ? new RatesAdded(packageId, currency, change)
                : new RatesChanged(packageId, currency, change),
            actorId,
            clock.GetCurrentInstant(),
            cancellationToken);
    }

    /// <summary>Removes a package's rates in a currency: it can't be ordered in it any more.</summary>
    /// <inheritdoc cref="SaveAsync" path="/param" />
    public async Task<EditOutcome> RemoveAsync(
        int packageId, int version, string currency, Guid actorId, CancellationToken cancellationToken)
    {
        var (package, outcome) = await FindAsync(packageId, version, cancellationToken);
        if (package is null)
        {
            return outcome;
        }

        if (!package.IsPricedIn(currency))
        {
            return EditOutcome.Gone;
        }

        var change = Change.Removed(RateCardDetails.Of(package.RatesIn(currency)));
        package.RemoveRates(currency);
        var record = new RatesRemoved(packageId, currency, change);
        return await db.SaveChangeAsync(package, record, actorId, clock.GetCurrentInstant(), cancellationToken);
    }

    private async Task<(ServicePackage? Package, EditOutcome Outcome)> FindAsync(
        int id, int version, CancellationToken cancellationToken)
    {
        var package = await db.Set<ServicePackage>()
            .Include(item => item.RateCards).ThenInclude(card => card.Extras)
            .AsSplitQuery()
            .SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        return package is null ? (null, EditOutcome.Gone)
            : package.Version != version ? (null, EditOutcome.ChangedMeanwhile)
            : (package, EditOutcome.Saved);
    }
}
