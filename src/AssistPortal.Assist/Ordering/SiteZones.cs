using System.Collections.Concurrent;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Data.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.Assist.Ordering;

/// <summary>
/// The time zones in which a site's events take place most often, offered first in lists. They are a convenience, so a
/// server may know them as they were some minutes ago.
/// </summary>
public sealed class SiteZones([FromKeyedServices(Clocks.Real)] IClock clock)
{
    private const int OrdersRemembered = 30;
    private const int MostCommon = 5;

    private static readonly Duration GoodFor = Duration.FromMinutes(5);

    // A site's first order tells its zone soon.
    private static readonly Duration NoneGoodFor = Duration.FromSeconds(30);

    private static readonly CompiledQuery<Func<PortalDbContext, int, IAsyncEnumerable<string>>> Latest = new(() =>
        EF.CompileAsyncQuery((PortalDbContext db, int siteId) => db.Set<Order>()
            .Where(order => order.SiteId == siteId)
            .OrderByDescending(order => order.PlacedAt)
            .ThenByDescending(order => order.Id)
            .Take(OrdersRemembered)
            .Select(order => order.Time.TimeZone)));

    private readonly ConcurrentDictionary<int, (Instant ReadAt, Instant Until, IReadOnlyList<string> Zones)> known = [];

    /// <summary>IANA names, the most frequent of the last orders first.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(
        PortalDbContext db, int siteId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (known.TryGetValue(siteId, out var kept) && now >= kept.ReadAt && now < kept.Until)
        {
            return kept.Zones;
        }

        var latest = await Latest.On(db)(db, siteId).ToListAsync(cancellationToken);
        IReadOnlyList<string> zones =
        [
            .. latest.CountBy(zone => zone, StringComparer.Ordinal)
                .OrderByDescending(zone => zone.Value)
                .Select(zone => zone.Key)
                .Take(MostCommon),
        ];
        known[siteId] = (now, now + (zones.Count > 0 ? GoodFor : NoneGoodFor), zones);
        return zones;
    }
}
