using System.Data.Common;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>Tries to reserve one producer for a draft or an order in one transaction.</summary>
/// <param name="db">The context. Unsaved changes in it are lost.</param>
internal sealed class ReservationAttempt(PortalDbContext db)
{
    /// <summary>
    /// One transaction: what the draft or order had before and run-out holds in the way go, the new reservation comes.
    /// </summary>
    /// <param name="reservation">The new one.</param>
    /// <param name="now">Holds that have run out by then are in nobody's way.</param>
    /// <param name="updateId">The order's update whose hold goes too.</param>
    /// <param name="writeInTransaction">
    /// What else is saved; false rolls everything back. May be called more than once.
    /// </param>
    /// <param name="cancellationToken">Ends the attempt; nothing is saved then.</param>
    /// <exception cref="DbException">
    /// The database failed for another reason than a reservation by somebody else.
    /// </exception>
    /// <exception cref="DbUpdateException">The same, while saving.</exception>
    public Task<ReservationAttemptOutcome> TryAsync(
        Reservation reservation,
        Instant now,
        Guid? updateId,
        Func<CancellationToken, Task<bool>>? writeInTransaction,
        CancellationToken cancellationToken) =>
        TryAsync(reservation, now, updateId, writeInTransaction, lastSeen: null, cancellationToken);

    private Task<ReservationAttemptOutcome> TryAsync(
        Reservation reservation,
        Instant now,
        Guid? updateId,
        Func<CancellationToken, Task<bool>>? writeInTransaction,
        Guid? lastSeen,
        CancellationToken cancellationToken) => db.TakeKeysAsync<ReservationAttemptOutcome>(
            async cancellationToken =>
            {
                if (!await ReplaceAsync(reservation, now, updateId, cancellationToken)
                    || (writeInTransaction is not null && !await writeInTransaction(cancellationToken)))
                {
                    return (Commit: false, ReservationAttemptOutcome.Gone);
                }

                await db.SaveChangesAsync(cancellationToken);
                return (Commit: true, ReservationAttemptOutcome.Reserved);
            },
            async (_, cancellationToken) =>
            {
                if (await WhatHappenedAsync(reservation, updateId, cancellationToken) is { } outcome)
                {
                    return outcome;
                }

                // Where another tab has just reserved for the same draft, what that one holds goes now.
                var seen = await Before(reservation).Select(item => (Guid?)item.Id)
                    .SingleOrDefaultAsync(cancellationToken);
                return seen is null || seen == lastSeen
                    ? null
                    : await TryAsync(reservation, now, updateId, writeInTransaction, seen, cancellationToken);
            },
            cancellationToken);

    private async Task<bool> ReplaceAsync(
        Reservation reservation, Instant now, Guid? updateId, CancellationToken cancellationToken)
    {
        if (reservation.OrderId is not null && await Before(reservation).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return false;
        }

        if (updateId is not null)
        {
            await HeldFor(updateId).ExecuteDeleteAsync(cancellationToken);
        }

        await db.ReserveAsync(reservation, now, cancellationToken);
        return true;
    }

    private IQueryable<Reservation> HeldFor(Guid? draftId) =>
        db.Set<Reservation>().Where(item => item.DraftId == draftId && item.HoldUntil != null);

    private IQueryable<Reservation> Before(Reservation next) =>
        next.OrderId is { } orderId
            ? db.Set<Reservation>().Where(item => item.OrderId == orderId)
            : HeldFor(next.DraftId);

    private async Task<ReservationAttemptOutcome?> WhatHappenedAsync(
        Reservation reservation, Guid? updateId, CancellationToken cancellationToken)
    {
        if (await db.Set<Reservation>().AnyAsync(item => item.Id == reservation.Id, cancellationToken))
        {
            return ReservationAttemptOutcome.Reserved;
        }

        var own = Before(reservation).Union(HeldFor(updateId ?? reservation.DraftId)).Select(item => item.Id);
        var time = new Interval(reservation.Start, reservation.End);
        return await db.IsTakenAsync(reservation.ProducerId, time, own, cancellationToken)
            ? ReservationAttemptOutcome.Taken
            : null;
    }
}

internal enum ReservationAttemptOutcome
{
    Reserved,

    /// <summary>Somebody was faster with some of the time.</summary>
    Taken,

    /// <summary>The order that is to move is not as it was.</summary>
    Gone,
}
