using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Gathers what step 1 shows.</summary>
public sealed class AvailabilityPages(
    PortalDbContext db,
    AvailabilitySearch search,
    BookingWindows windows,
    IOptions<BookingOptions> options)
{
    private const int OrdersRemembered = 30;
    private const int MostCommon = 5;

    private static readonly CompiledQuery<Func<PortalDbContext, Guid, CancellationToken, Task<string?>>> HostsZone =
        new(() =>
            EF.CompileAsyncQuery((PortalDbContext db, Guid userId, CancellationToken _) => db.Users
                .Where(user => user.Id == userId)
                .Select(user => db.Set<Order>()
                    .Where(order => order.HostUserId == userId)
                    .OrderByDescending(order => order.PlacedAt)
                    .Select(order => order.Time.TimeZone)
                    .FirstOrDefault() ?? user.TimeZone)
                .Single()));

    public async Task<AvailabilityPage> MakeAsync(
        OrderDraft draft, AvailabilityInput input, IReadOnlyList<SiteOffer> sites, LocalDate? freeTimesFrom,
        CancellationToken cancellationToken) => new()
        {
            DraftId = draft.Id,
            Input = input,
            Sites = sites,
            CommonZones = await CommonZonesAsync(Tolerant.Number(input.SiteId) ?? draft.SiteId, cancellationToken),
            Doubled = input.Doubled(Tolerant.Zone(input.TimeZone)),
            ShortNoticeUntil = (await windows.FindShortNoticeAsync(draft.HostUserId, cancellationToken))?.ExpiresAt
                .InZone(Tolerant.Zone(input.TimeZone) ?? DateTimeZone.Utc),
            ShortNoticeHours = options.Value.UpdateNoticeHours,
            FreeTimes = await FreeTimesAsync(draft, input, sites, freeTimesFrom, cancellationToken),
        };

    /// <summary>The free times for what is typed so far.</summary>
    /// <param name="draft">What it holds itself counts as free.</param>
    /// <param name="input">Package, zone, duration and date matter.</param>
    /// <param name="sites">What the host may order.</param>
    /// <param name="from">A day of the month to show; null shows that of the typed date.</param>
    /// <param name="cancellationToken">Nobody looks at the page any longer.</param>
    public async Task<FreeTimesModel> FreeTimesAsync(
        OrderDraft draft, AvailabilityInput input, IReadOnlyList<SiteOffer> sites, LocalDate? from,
        CancellationToken cancellationToken)
    {
        var minutes = Tolerant.Number(input.DurationMinutes) is >= EventTime.MinimumMinutes
            and <= EventTime.MaximumMinutes
            and var typed
            ? typed / QuarterHours.Minutes * QuarterHours.Minutes
            : 60;
        var package = sites.SelectMany(offer => offer.Packages).FirstOrDefault(item => item.Code == input.PackageCode);
        var zone = package is null ? null : Tolerant.Zone(input.TimeZone);
        var window = zone is null ? null : await windows.OfAsync(draft.HostUserId, zone, cancellationToken);
        var frame = new FreeTimesFrame("free-times", zone, minutes, window?.Starts, SearchAsync);
        return await MonthStrips.OfAsync(frame, input, from, cancellationToken);

        Task<FreeTimes> SearchAsync(LocalDate first, int days, CancellationToken cancellation) =>
            search.FreeTimesAsync(
                package!.Id,
                minutes,
                zone!.Id,
                first,
                days,
                window!.Starts,
                new OwnReservations(draft.Id),
                cancellation);
    }

    /// <summary>The zone to start from: the draft's, the last order's, the profile's; else the browser tells.</summary>
    public async Task<string?> PresetZoneAsync(OrderDraft draft, CancellationToken cancellationToken) =>
        draft.Time?.TimeZone ?? await HostsZone.On(db)(db, draft.HostUserId, cancellationToken);

    private async Task<IReadOnlyList<string>> CommonZonesAsync(int? siteId, CancellationToken cancellationToken)
    {
        var latest = await db.Set<Order>()
            .Where(order => order.SiteId == siteId)
            .OrderByDescending(order => order.PlacedAt)
            .ThenByDescending(order => order.Id)
            .Select(order => order.Time.TimeZone)
            .Take(OrdersRemembered)
            .ToListAsync(cancellationToken);
        return [.. latest.CountBy(zone => zone, StringComparer.Ordinal)
            .OrderByDescending(zone => zone.Value)
            .Select(zone => zone.Key)
            .Take(MostCommon)];
    }
}
