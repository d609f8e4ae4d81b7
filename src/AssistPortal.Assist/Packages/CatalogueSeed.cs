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
        cancellation => AddAsync(file, cancellation), cancellationToken);

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
        var package = new ServicePackage
        {
            Code = source.Code,
            Serves = source.Serves,
            ScheduledFirst = source.ScheduledFirst,
            LeadMinutes = source.LeadMinutes,
            TrailMinutes = source.TrailMinutes,
            ProductionMinutes = source.ProductionMinutes,
            IncludesPlanningCall = source.Includes.PlanningCall,
            IncludesConsultation = source.Includes.Consultation,
            IncludesRehearsal = source.Includes.Rehearsal,
            DisplayOrder = index + 1,
        };
        package.Texts.AddRange(source.Texts.Select(text => new PackageText
        {
            Language = text.Key,
            Name = text.Value.Name,
            Description = text.Value.Description,
        }));
        package.CancellationTiers.AddRange(source.Cancellation.Select(tier => new CancellationTier
        {
            NoticeHours = tier.NoticeHours,
            Percent = tier.Percent,
        }));
        package.RateCards.AddRange(source.Rates.Select(rates => RateCardOf(rates.Key, rates.Value)));
        return package;
    }

    private static RateCard RateCardOf(string currency, CatalogueRates rates)
    {
        var card = new RateCard
        {
            Currency = currency,
            BaseFeeMinor = rates.BaseFeeMinor,
            IncludedMinutes = rates.IncludedMinutes,
            ExtraHourFeeMinor = rates.ExtraHourFeeMinor,
        };
        card.Extras.AddRange(rates.Extras.Select(extra => new ExtraRate
        {
            Kind = extra.Key,
            HourlyFeeMinor = extra.Value.HourlyFeeMinor,
            MinimumMinutes = extra.Value.MinimumMinutes,
        }));
        return card;
    }

    private static ComparisonRow RowOf(CatalogueRow source, int position, Dictionary<string, ServicePackage> packages)
    {
        var row = new ComparisonRow { Phase = source.Phase, DisplayOrder = position };
        row.Texts.AddRange(source.Texts.Select(text => new ComparisonText
        {
            Language = text.Key,
            Name = text.Value.Name,
            Description = text.Value.Description,
        }));
        row.Cells.AddRange(source.Cells.Select(cell => new ComparisonCell
        {
            PackageId = packages[cell.Key].Id,
            Inclusion = cell.Value.Inclusion,
            MinimumMinutes = cell.Value.MinimumMinutes,
        }));
        return row;
    }
}
