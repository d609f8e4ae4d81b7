using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Data.Revisions;
using AssistPortal.Web.Shared.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Gathers what step 1 shows.</summary>
public sealed class AvailabilityPages(PortalDbContext db, Kept<Catalogue> catalogue, FreeTimesPainter painter, BookingWindows windows, IOptions<BookingOptions> options)
{
    private static readonly CompiledQuery<Func<PortalDbContext, Guid, CancellationToken, Task<string?>>> HostsZone = new(() =>
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
            Catalogue = await catalogue.GetAsync(cancellationToken),
            Doubled = input.Doubled(Tolerant.Zone(input.TimeZone)),
            ShortNoticeUntil = (await windows.FindShortNoticeAsync(draft.HostUserId, cancellationToken))?.ExpiresAt
                .InZone(Tolerant.Zone(input.TimeZone) ?? DateTimeZone.Utc),
            ShortNoticeHours = options.Value.UpdateNoticeHours,
            FreeTimes = await painter.PaintAsync(draft, input, sites, freeTimesFrom, cancellationToken),
        };

    /// <summary>The zone to start from: the draft's, the last order's, the profile's; else the browser tells.</summary>
    public async Task<string?> PresetZoneAsync(OrderDraft draft, CancellationToken cancellationToken) =>
        draft.Time?.TimeZone ?? await HostsZone.On(db)(db, draft.HostUserId, cancellationToken);
}
