using AssistPortal.Data;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.Packages;

/// <summary>Gives a new database the packages and the comparison table that staff edit from then on.</summary>
public sealed class CatalogueSeed(PortalDbContext db)
{
    /// <summary>False where there are packages already; several servers may start at once.</summary>
    public async Task<bool> FillIfEmptyAsync(CancellationToken cancellationToken)
    {
        if (await HasPackagesAsync(cancellationToken))
        {
            return false;
        }

        try
        {
            await FillAsync(CatalogueFile.Read(), cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (!await HasPackagesAsync(cancellationToken))
            {
                throw;
            }

            return false;
        }
    }

    private Task<bool> HasPackagesAsync(CancellationToken cancellationToken) =>
        db.Set<ServicePackage>().AnyAsync(cancellationToken);

    private Task FillAsync(CatalogueFile file, CancellationToken cancellationToken) => db.InTransactionAsync(
        cancellationToken => AddAsync(file, cancellationToken), cancellationToken);

    private async Task AddAsync(CatalogueFile file, CancellationToken cancellationToken)
    {
        var packages = file.Packages.Select(PackageOf).ToDictionary(package => package.Code, StringComparer.Ordinal);
        db.AddRange(packages.Values);
        await db.SaveChangesAsync(cancellationToken);

        db.AddRange(file.Comparison.Select((row, index) => RowOf(row, index + 1, packages)));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static ServicePackage PackageOf(CataloguePackage source, int index)
    {
        var package = new ServicePackage(source.Code, new PackageDetails
        {
            Serves = source.Serves,
            ScheduledFirst = source.ScheduledFirst,
            LeadMinutes = source.LeadMinutes,
            TrailMinutes = source.TrailMinutes,
            ProductionMinutes = source.ProductionMinutes,
            IncludesPlanningCall = source.Includes.PlanningCall,
            IncludesConsultation = source.Includes.Consultation,
            IncludesRehearsal = source.Includes.Rehearsal,
            DisplayOrder = index + 1,
            IsActive = true,
            Texts = NamesOf(source.Texts),
            CancellationTiers = new(source.Cancellation.ToDictionary(tier => tier.NoticeHours, tier => tier.Percent)),
        });
        foreach (var (currency, rates) in source.Rates)
        {
            package.Price(currency, RatesOf(rates));
        }

        return package;
    }

    private static RateCardDetails RatesOf(CatalogueRates rates) => new(
        rates.BaseFeeMinor,
        rates.IncludedMinutes,
        rates.ExtraHourFeeMinor,
        new(rates.Extras.ToDictionary(
            extra => extra.Key, extra => new ExtraFigures(extra.Value.HourlyFeeMinor, extra.Value.MinimumMinutes))));

    private static ComparisonRow RowOf(
        CatalogueRow source, int position, Dictionary<string, ServicePackage> packages) =>
        new(new ComparisonDetails(
            source.Phase,
            position,
            NamesOf(source.Texts),
            new(source.Cells.ToDictionary(
                cell => packages[cell.Key].Id,
                cell => new ComparisonFigures(cell.Value.Inclusion, cell.Value.MinimumMinutes)))));

    private static SortedDictionary<string, LocalizedName> NamesOf(
        IReadOnlyDictionary<string, CatalogueText> texts) => new(
        texts.ToDictionary(
            text => text.Key,
            text => new LocalizedName(text.Value.Name, text.Value.Description),
            StringComparer.Ordinal),
        StringComparer.Ordinal);
}
