using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Packages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Gathers what step 1 shows.</summary>
public sealed class AvailabilityPages(PortalDbContext db, FreeTimesPainter painter)
{
    public async Task<AvailabilityPage> MakeAsync(
        Guid draftId, AvailabilityInput input, IReadOnlyList<SiteOffer> sites, LocalDate? freeTimesFrom,
        CancellationToken cancellationToken) => new()
        {
            DraftId = draftId,
            Input = input,
            Sites = sites,
            Comparison = await ComparisonTable.LoadAsync(db, cancellationToken),
            Doubled = EventTimeReader.Doubled(input),
            FreeTimes = await painter.PaintAsync(draftId, input, sites, freeTimesFrom, cancellationToken),
        };

    /// <summary>The zone to start from: the draft's, the last order's, the profile's; else the browser tells.</summary>
    public async Task<string?> PresetZoneAsync(OrderDraft draft, CancellationToken cancellationToken) =>
        draft.Time?.TimeZone
        ?? await db.Set<Order>()
            .Where(order => order.HostUserId == draft.HostUserId)
            .OrderByDescending(order => order.PlacedAt)
            .Select(order => order.Time.TimeZone)
            .FirstOrDefaultAsync(cancellationToken)
        ?? await db.Set<PortalUser>()
            .Where(user => user.Id == draft.HostUserId)
            .Select(user => user.TimeZone)
            .SingleAsync(cancellationToken);
}
