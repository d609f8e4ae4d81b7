using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using NodaTime;

namespace AssistPortal.Assist.Demo;

/// <summary>Sites, producers, sessions and orders of the demo data. The catalogue has to be there.</summary>
internal sealed class AssistDemoContent(
    PortalDbContext db, DemoWorlds worlds, DemoOrders orders, DemoHistory history, IClock clock) : IDemoContent
{
    public async Task AddAsync(IReadOnlyDictionary<string, PortalUser> users, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var packages = await worlds.PackagesAsync(cancellationToken);
        var sites = DemoSites.Create(packages, users);
        var producers = DemoProducers.Create(packages, users, now);
        db.AddRange(sites);
        db.AddRange(producers);
        await db.SaveChangesAsync(cancellationToken);

        var sessions = DemoSessions.Create(sites, now);
        db.AddRange(sessions);
        db.AddRange(DemoWishes.Create(packages, users, now));
        await db.SaveChangesAsync(cancellationToken);

        var world = new DemoWorld(packages, sites, producers, sessions);
        worlds.Keep(world);
        var placed = await orders.PlaceAsync(
            [.. DemoOrderList.Coming, .. DemoOrderList.Past], world, users, cancellationToken);
        await history.AddAsync(
            placed.Where(item => item.Demo.IsHistory), users[DemoHosts.Coordinator].Id, cancellationToken);
    }
}
