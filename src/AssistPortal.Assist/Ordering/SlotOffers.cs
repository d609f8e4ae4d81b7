using AssistPortal.Assist.Demand;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Waiting;
using AssistPortal.Assist.Waiting.Audit;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Ordering;

/// <summary>What hosts do with the times that are offered to them.</summary>
public sealed class SlotOffers
{
    private readonly PortalDbContext db;
    private readonly OfferTokens tokens;
    private readonly ContactPresets contacts;
    private readonly ReservationBook reservations;
    private readonly IClock clock;

    internal SlotOffers(
        PortalDbContext db, OfferTokens tokens, ContactPresets contacts, ReservationBook reservations, IClock clock) =>
        (this.db, this.tokens, this.contacts, this.reservations, this.clock) =
            (db, tokens, contacts, reservations, clock);

    /// <summary>The wish that a mailed link is about, if it is this host's.</summary>
    public Task<WaitingWish?> FindAsync(string token, Guid hostUserId, CancellationToken cancellationToken) =>
        tokens.FindAsync(token, hostUserId, cancellationToken);

    /// <summary>The wish, if it is this host's.</summary>
    public Task<WaitingWish?> FindAsync(Guid wishId, Guid hostUserId, CancellationToken cancellationToken) =>
        db.Set<WaitingWish>().AsNoTracking().SingleOrDefaultAsync(
            wish => wish.Id == wishId && wish.HostUserId == hostUserId, cancellationToken);

    /// <summary>Whether the draft with which the host went on is still there, or has become an order.</summary>
    public async Task<bool> CanContinueAsync(WaitingWish wish, CancellationToken cancellationToken) =>
        wish.TakenAt is not null
        && (await DraftOf(wish, clock.GetCurrentInstant()).AnyAsync(cancellationToken)
            || await db.Set<Order>().AnyAsync(
                order => order.DraftId == wish.DraftId && order.HostUserId == wish.HostUserId, cancellationToken));

    /// <summary>
    /// Hands the reservation over to a draft: to the one that the wish came from where that is still there and no
    /// other offer has gone to it, else to a new one. It stays the same reservation, held for as long as it was
    /// offered, and for as long as a step holds.
    /// </summary>
    /// <param name="wishId">The wish.</param>
    /// <param name="hostUserId">The host.</param>
    /// <param name="fill">Fills the draft with what is wished for.</param>
    /// <param name="cancellationToken">Stops before anything is saved.</param>
    /// <returns>The draft; null where nothing is offered any more.</returns>
    public async Task<Guid?> TakeAsync(
        Guid wishId, Guid hostUserId, Action<OrderDraft, WaitingWish> fill, CancellationToken cancellationToken)
    {
        var contact = await contacts.ForAsync(hostUserId, cancellationToken);
        return await db.InRepeatedTransactionAsync<Guid?>(
            async cancellationToken =>
            {
                var now = clock.GetCurrentInstant();
                var wish = await db.Set<WaitingWish>().SingleOrDefaultAsync(
                    wish => wish.Id == wishId && wish.HostUserId == hostUserId, cancellationToken);
                if (wish?.PhaseAt(now) != WaitPhase.Offered)
                {
                    return (Commit: false, Result: null);
                }

                var draft = await DraftOf(wish, now)

                    // One draft holds one time: what another offer has brought it stays.
                    .Where(draft => !db.Set<WaitingWish>().Any(
                        other => other.DraftId == draft.Id && other.TakenAt != null))
                    .SingleOrDefaultAsync(cancellationToken);
                if (draft is null)
                {
                    draft = OrderDraft.Begin(hostUserId, wish.SiteId, wish.PackageId, contact, now);
                    db.Add(draft);
                }

                if (!await HandOverAsync(wish, draft.Id, now, cancellationToken))
                {
                    return (Commit: false, Result: null);
                }

                await reservations.RenewAsync(draft.Id, NobodyFirst, cancellationToken);
                draft.TakeOffer(wish.Start);
                fill(draft, wish);
                wish.Take(draft.Id, now);
                await db.Set<UnmetWish>()
                    .Where(unmet => unmet.WisherId == hostUserId && unmet.Start == wish.Start)
                    .ExecuteDeleteAsync(cancellationToken);
                db.Audit(new WishTaken(wish.Id, draft.Id), hostUserId, now);
                await db.SaveChangesAsync(cancellationToken);
                return (Commit: true, draft.Id);
            },
            cancellationToken);
    }

    // It is held: nobody else is asked.
    private static Task NobodyFirst(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> HandOverAsync(
        WaitingWish wish, Guid draftId, Instant now, CancellationToken cancellationToken)
    {
        await db.Set<Reservation>()
            .Where(hold => hold.DraftId == draftId && hold.HoldUntil != null)
            .ExecuteDeleteAsync(cancellationToken);
        return await db.Set<Reservation>()
            .Where(offer => offer.DraftId == wish.Id && offer.HoldUntil > now)
            .ExecuteUpdateAsync(change => change.SetProperty(offer => offer.DraftId, draftId), cancellationToken) == 1;
    }

    private IQueryable<OrderDraft> DraftOf(WaitingWish wish, Instant now) =>
        db.Set<OrderDraft>().Where(
            draft => draft.Id == wish.DraftId && draft.OpenedById == wish.HostUserId && !draft.IsByStaff
                && draft.ExpiresAt > now);
}
