using AssistPortal.Assist.Packages;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Demo;

/// <summary>Sites, producers, sessions and orders of the demo data. The catalogue has to be there.</summary>
internal sealed class AssistDemoContent(PortalDbContext db, DemoOrders orders, IClock clock) : IDemoContent
{
    public async Task AddAsync(IReadOnlyDictionary<string, PortalUser> users, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var packages = await db.Set<ServicePackage>()
            .Include(package => package.CancellationTiers)
            .Include(package => package.RateCards).ThenInclude(card => card.Extras)
            .AsSplitQuery()
            .OrderBy(package => package.Id)
            .ToDictionaryAsync(package => package.Code, StringComparer.Ordinal, cancellationToken);
        var sites = DemoSites.Create(packages, users);
        var producers = DemoProducers.Create(packages, users, now);
        db.AddRange(sites);
        db.AddRange(producers);
        await db.SaveChangesAsync(cancellationToken);

        var sessions = DemoSessions.Create(sites, now);
        db.AddRange(sessions);
        db.AddRange(DemoWishes.Create(packages, users, now));
        await db.SaveChangesAsync(cancellationToken);

        await orders.AddAsync(new DemoWorld(packages, sites, producers, sessions), users, cancellationToken);
    }
}
