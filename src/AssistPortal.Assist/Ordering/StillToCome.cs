using System.Linq.Expressions;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Waiting;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Ordering;

/// <summary>
/// What is still to come of a package or at a site, to be looked at before nobody can order it any more. None of it
/// ends by that.
/// </summary>
public sealed class StillToCome(PortalDbContext db, IClock clock)
{
    /// <summary>How many of each kind are listed; beyond that they are counted alone.</summary>
    public const int Most = 20;

    public Task<ComingThings> OfPackageAsync(int packageId, CancellationToken cancellationToken) => FindAsync(
        order => order.PackageId == packageId,
        draft => draft.PackageId == packageId,
        wish => wish.PackageId == packageId,
        cancellationToken);

    public Task<ComingThings> AtSiteAsync(int siteId, CancellationToken cancellationToken) => FindAsync(
        order => order.SiteId == siteId,
        draft => draft.SiteId == siteId,
        wish => wish.SiteId == siteId,
        cancellationToken);

    private async Task<ComingThings> FindAsync(
        Expression<Func<Order, bool>> ofOrder,
        Expression<Func<OrderDraft, bool>> ofDraft,
        Expression<Func<WaitingWish, bool>> ofWish,
        CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var orders = db.Set<Order>().AsNoTracking()
            .Where(ofOrder)
            .Where(order => order.State == OrderState.Placed && order.Time.Start > now);
        var holds = db.Set<Reservation>().Where(item => item.DraftId != null && item.HoldUntil > now);
        var drafts = db.Set<OrderDraft>().AsNoTracking()
            .Where(ofDraft)
            .Where(draft => holds.Any(hold => hold.DraftId == draft.Id));
        var wishes = db.Set<WaitingWish>().AsNoTracking().Where(ofWish).Open(now);
        return new ComingThings(
            await orders.OrderBy(order => order.Time.Start).Take(Most).ToListAsync(cancellationToken),
            await orders.CountAsync(cancellationToken),
            [
                .. (await drafts.OrderBy(draft => draft.CreatedAt).Take(Most).ToListAsync(cancellationToken))
                    .Select(draft => draft.Time)
                    .OfType<EventTime>(),
            ],
            await drafts.CountAsync(cancellationToken),
            [
                .. (await wishes.OrderBy(wish => wish.Start).Take(Most).ToListAsync(cancellationToken))
                    .Select(wish => wish.Time),
            ],
            await wishes.CountAsync(cancellationToken));
    }
}

/// <summary>What is still to come: the first of each kind, and how many there are.</summary>
/// <param name="Orders">Orders whose event has not begun, by its start.</param>
/// <param name="OrderCount">How many.</param>
/// <param name="Drafts">Times that are held for orders which are still being filled in.</param>
/// <param name="DraftCount">How many.</param>
/// <param name="Wishes">Times that somebody waits for, by their start.</param>
/// <param name="WishCount">How many.</param>
public sealed record ComingThings(
    IReadOnlyList<Order> Orders,
    int OrderCount,
    IReadOnlyList<EventTime> Drafts,
    int DraftCount,
    IReadOnlyList<EventTime> Wishes,
    int WishCount)
{
    public bool IsNothing => OrderCount + DraftCount + WishCount == 0;
}
