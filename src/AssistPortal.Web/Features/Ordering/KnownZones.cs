using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Zones of earlier orders, and of the host's profile, read in one statement.</summary>
/// <param name="Preset">The zone of the host's last order, else of the profile; null where neither tells.</param>
/// <param name="Common">IANA names of the zones in which the site's events take place most often.</param>
public sealed record KnownZones(string? Preset, IReadOnlyList<string> Common)
{
    private const int OrdersRemembered = 30;
    private const int MostCommon = 5;

    private static readonly CompiledQuery<Func<PortalDbContext, Guid, int, IAsyncEnumerable<Known>>> Query = new(() =>
        EF.CompileAsyncQuery((PortalDbContext db, Guid userId, int siteId) => db.Set<Order>()
            .Where(order => order.SiteId == siteId)
            .OrderByDescending(order => order.PlacedAt)
            .ThenByDescending(order => order.Id)
            .Take(OrdersRemembered)
            .Select(order => new Known { From = Source.Site, Zone = order.Time.TimeZone })
            .Concat(db.Set<Order>()
                .Where(order => order.HostUserId == userId)
                .OrderByDescending(order => order.PlacedAt)
                .Take(1)
                .Select(order => new Known { From = Source.LastOrder, Zone = order.Time.TimeZone }))
            .Concat(db.Users
                .Where(user => user.Id == userId)
                .Select(user => new Known { From = Source.Profile, Zone = user.TimeZone }))));

    public static async Task<KnownZones> OfAsync(
        PortalDbContext db, Guid hostUserId, int siteId, CancellationToken cancellationToken)
    {
        var known = await Query.On(db)(db, hostUserId, siteId).ToListAsync(cancellationToken);
        return new KnownZones(
            Of(Source.LastOrder).Concat(Of(Source.Profile)).FirstOrDefault(),
            [
                .. Of(Source.Site).CountBy(zone => zone, StringComparer.Ordinal)
                    .OrderByDescending(zone => zone.Value)
                    .Select(zone => zone.Key)
                    .Take(MostCommon),
            ]);

        IEnumerable<string> Of(Source source) =>
            known.Where(item => item.From == source).Select(item => item.Zone).OfType<string>();
    }

    private enum Source
    {
        Site,
        LastOrder,
        Profile,
    }

    private sealed record Known
    {
        public required Source From { get; init; }

        public required string? Zone { get; init; }
    }
}
