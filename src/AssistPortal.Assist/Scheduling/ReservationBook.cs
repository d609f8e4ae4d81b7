using AssistPortal.Assist.Producers;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>Holds producers for drafts, and hands a hold over to the order.</summary>
public sealed class ReservationBook(
    PortalDbContext db,
    AvailabilitySearch search,
    IServiceScopeFactory scopes,
    IClock clock,
    IOptions<BookingOptions> options)
{
    /// <summary>Nobody keeps a producer from others for longer without ordering.</summary>
    public static readonly Duration LongestHold = Duration.FromHours(4);

    // A form that is posted leads to a page that would renew it again, some milliseconds later.
    private static readonly Duration LeastRenewal = Duration.FromMinutes(1);

    private readonly HoldAttempt holdAttempt = new(scopes);

    // What this request has read already. Acts on it are conditional, so that one that has gone meanwhile is noticed.
    private (Guid DraftId, OwnHold? Hold)? known;

    private Duration HoldTime => Duration.FromMinutes(options.Value.HoldMinutes);

    /// <summary>
    /// Reserves the producer whose turn it is for the draft, instead of what the draft held before. A hold of the
    /// very same time is renewed and its producer kept, unless only somebody else speaks the asked language. Commits by
    /// itself.
    /// </summary>
    /// <param name="wish">The event.</param>
    /// <param name="bookable">Where alternatives may start.</param>
    /// <param name="draftId">The draft.</param>
    /// <param name="othersFirst">Serves whoever comes first, unless the draft holds that time still.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing is held then.</param>
    /// <exception cref="InvalidOperationException">The caller has a transaction open.</exception>
    internal async Task<HoldAnswer> HoldAsync(
        EventWish wish,
        Interval bookable,
        Guid draftId,
        Func<CancellationToken, Task> othersFirst,
        CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            throw new InvalidOperationException("A hold commits by itself; it can't be part of a transaction.");
        }

        var reserved = await search.ReservedForAsync(wish, cancellationToken);
        var own = await FindHoldAsync(draftId, cancellationToken) is { } hold && hold.Time == reserved ? hold : null;
        if (!IsAlive(own))
        {
            await othersFirst(cancellationToken);
        }

        if (own is not null
            && await search.SuitsBestAsync(own.ProducerId, wish, cancellationToken)
            && await KeepAsync(own, cancellationToken) is { } kept)
        {
            return kept;
        }

        var (held, nobody) = await ReservationRetry.RunAsync(
            again => search.FindAsync(
                wish, bookable, new ReservationView(clock.GetCurrentInstant(), draftId), cancellationToken, again),
            answer => HoldOneOfAsync(answer, reserved, own, draftId, cancellationToken));
        if (held is null)
        {
            return nobody!;
        }

        search.Forget();
        return held;
    }

    /// <summary>
    /// Holds the draft's producer for another while, also when the hold has run out but nobody took it; at most
    /// <see cref="LongestHold"/> from when it was first held.
    /// </summary>
    /// <param name="draftId">The draft.</param>
    /// <param name="othersFirst">Serves whoever comes first where the hold has run out.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Until when it is held now; null when the draft holds nobody any more.</returns>
    internal async Task<Instant?> RenewAsync(
        Guid draftId, Func<CancellationToken, Task> othersFirst, CancellationToken cancellationToken)
    {
        if (await FindHoldAsync(draftId, cancellationToken) is not { } own)
        {
            return null;
        }

        if (!IsAlive(own))
        {
            await othersFirst(cancellationToken);
        }

        return (await KeepAsync(own, cancellationToken))?.Until;
    }

    /// <summary>Until when a producer is held for the draft; null where none is.</summary>
    public async Task<Instant?> HeldUntilAsync(Guid draftId, CancellationToken cancellationToken) =>
        await FindHoldAsync(draftId, cancellationToken) is { } own && IsAlive(own) ? own.Until : null;

    /// <summary>Tells what a draft holds, as this request has read it already.</summary>
    internal void Know(Guid draftId, OwnHold? hold) => known = (draftId, hold);

    /// <summary>Frees what the draft, or an update, holds, if anything.</summary>
    public async Task ReleaseAsync(Guid draftId, CancellationToken cancellationToken)
    {
        known = null;
        search.Forget();
        await HoldOf(draftId).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Makes a hold the order's reservation, in the caller's transaction on the same context.</summary>
    /// <param name="held">The very hold that was proven: the draft may hold another meanwhile.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellationToken">Ends the act.</param>
    /// <returns>False when the hold is gone.</returns>
    /// <exception cref="InvalidOperationException">The caller has no transaction open.</exception>
    public async Task<bool> TakeAsync(HoldAnswer.Held held, Guid orderId, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A hold is taken in the order's transaction.");
        }

        known = null;
        search.Forget();
        var (reservationId, producerId) = (held.ReservationId, held.ProducerId);
        var given = await db.Set<Reservation>()
            .Where(hold => hold.Id == reservationId && hold.ProducerId == producerId && hold.HoldUntil != null)
            .ExecuteUpdateAsync(
                change => change
                    .SetProperty(hold => hold.OrderId, orderId)
                    .SetProperty(hold => hold.DraftId, (Guid?)null)
                    .SetProperty(hold => hold.HoldUntil, (Instant?)null),
                cancellationToken);
        if (given == 0)
        {
            return false;
        }

        var now = clock.GetCurrentInstant();
        await db.Set<Producer>()
            .Where(producer => producer.Id == producerId)
            .ExecuteUpdateAsync(
                change => change.SetProperty(producer => producer.LastAssignedAt, now), cancellationToken);
        return true;
    }

    private bool IsAlive(OwnHold? own) => own?.Until > clock.GetCurrentInstant();

    private async Task<HoldAnswer.Held?> KeepAsync(OwnHold own, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var longest = own.Since is { } since ? since + LongestHold : Instant.MaxValue;

        // What was offered to somebody who waited is held longer than a step: that stays.
        var until = Instant.Max(own.Until, Instant.Min(now + HoldTime, longest));
        if (own.Until > now && until - own.Until < LeastRenewal)
        {
            return new HoldAnswer.Held(own.Id, own.ProducerId, own.Until);
        }

        known = null;
        return until > now && await db.Set<Reservation>()
            .Where(item => item.Id == own.Id && item.HoldUntil != null)
            .ExecuteUpdateAsync(change => change.SetProperty(item => item.HoldUntil, until), cancellationToken) > 0
            ? new HoldAnswer.Held(own.Id, own.ProducerId, until)
            : null;
    }

    private async Task<HoldAnswer.Held?> HoldOneOfAsync(
        AvailabilityAnswer answer, Interval reserved, OwnHold? own, Guid draftId, CancellationToken cancellationToken)
    {
        if (own is not null && answer.Suits(own.ProducerId) && await KeepAsync(own, cancellationToken) is { } kept)
        {
            return kept;
        }

        known = null;
        var now = clock.GetCurrentInstant();
        var until = now + HoldTime;
        foreach (var producer in answer.Producers)
        {
            var hold = Reservation.Hold(producer, reserved, draftId, until, now);
            if (await holdAttempt.TryAsync(hold, now, cancellationToken))
            {
                return new HoldAnswer.Held(hold.Id, producer, until);
            }
        }

        return null;
    }

    private async Task<OwnHold?> FindHoldAsync(Guid draftId, CancellationToken cancellationToken) =>
        known is { } read && read.DraftId == draftId
            ? read.Hold
            : await HoldOf(draftId)
                .Select(item => new OwnHold(
                    item.Id,
                    item.ProducerId,
                    new Interval(item.Start, item.End),
                    item.HeldSince,
                    item.HoldUntil!.Value))
                .SingleOrDefaultAsync(cancellationToken);

    private IQueryable<Reservation> HoldOf(Guid draftId) =>
        db.Set<Reservation>().Where(item => item.DraftId == draftId && item.HoldUntil != null);
}
