using System.Data.Common;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>
/// Tries to reserve one producer for a draft or an order in one transaction. It works in a scope of its own: the
/// reservation is committed by itself, a lost race leaves nothing behind in a change tracker, and what the caller has
/// changed but not yet saved stays the caller's.
/// </summary>
internal sealed class ReservationAttempt(IServiceScopeFactory scopes)
{
    /// <summary>
    /// One transaction: what the draft or order had before and run-out holds in the way go, the new reservation comes.
    /// </summary>
    /// <param name="reservation">The new one.</param>
    /// <param name="now">Holds that have run out by then are in nobody's way.</param>
    /// <param name="updateId">The order's update whose hold goes too.</param>
    /// <param name="alongside">
    /// What else is saved in the transaction, by the services of its scope; false rolls everything back. May be called
    /// more than once.
    /// </param>
    /// <param name="cancellation">Ends the attempt; nothing is saved then.</param>
    /// <exception cref="DbException">The database failed for another reason than a reservation by somebody else.</exception>
    /// <exception cref="DbUpdateException">The same, while saving.</exception>
    public async Task<AttemptOutcome> TryAsync(
        Reservation reservation,
        Instant now,
        Guid? updateId,
        Func<IServiceProvider, CancellationToken, Task<bool>>? alongside,
        CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        for (Guid? lastSeen = null; ;)
        {
            try
            {
                return await db.InTransactionAsync(
                    async again =>
                    {
                        var outcome = await ReplaceAsync(db, reservation, now, updateId, again);
                        if (outcome == AttemptOutcome.Reserved
                            && alongside is not null
                            && !await alongside(scope.ServiceProvider, again))
                        {
                            outcome = AttemptOutcome.Gone;
                        }

                        if (outcome == AttemptOutcome.Reserved)
                        {
                            await db.SaveChangesAsync(again);
                        }

                        return (Commit: outcome == AttemptOutcome.Reserved, outcome);
                    },
                    cancellation);
            }
            catch (Exception exception) when (exception is DbUpdateException or DbException)
            {
                // Databases tell a taken key each in its own way; what stands in the table is the same on all of them.
                if (await WhatHappenedAsync(db, reservation, updateId, cancellation) is { } outcome)
                {
                    return outcome;
                }

                // Where another tab has just reserved for the same draft, what that one holds goes now.
                var seen = await Before(db.Set<Reservation>(), reservation)
                    .Select(item => (Guid?)item.Id)
                    .SingleOrDefaultAsync(cancellation);
                if (seen is null || seen == lastSeen)
                {
                    throw;
                }

                lastSeen = seen;
            }
        }
    }

    private static async Task<AttemptOutcome> ReplaceAsync(
        PortalDbContext db, Reservation reservation, Instant now, Guid? updateId, CancellationToken cancellation)
    {
        var reservations = db.Set<Reservation>();
        var before = await Before(reservations, reservation).ExecuteDeleteAsync(cancellation);
        if (before == 0 && reservation.OrderId is not null)
        {
            return AttemptOutcome.Gone;
        }

        if (updateId is not null)
        {
            await HeldFor(reservations, updateId).ExecuteDeleteAsync(cancellation);
        }

        await db.ReserveAsync(reservation, now, cancellation);
        return AttemptOutcome.Reserved;
    }

    private static IQueryable<Reservation> HeldFor(IQueryable<Reservation> reservations, Guid? draftId) =>
        reservations.Where(item => item.DraftId == draftId && item.HoldUntil != null);

    private static IQueryable<Reservation> Before(IQueryable<Reservation> reservations, Reservation next) =>
        next.OrderId is { } orderId
            ? reservations.Where(item => item.OrderId == orderId)
            : HeldFor(reservations, next.DraftId);

    private static async Task<AttemptOutcome?> WhatHappenedAsync(
        PortalDbContext db, Reservation reservation, Guid? updateId, CancellationToken cancellation)
    {
        if (await db.Set<Reservation>().AnyAsync(item => item.Id == reservation.Id, cancellation))
        {
            return AttemptOutcome.Reserved;
        }

        var own = Before(db.Set<Reservation>(), reservation)
            .Union(HeldFor(db.Set<Reservation>(), updateId ?? reservation.DraftId))
            .Select(item => item.Id);
        var isTaken = await db.Set<ProducerSlot>().AnyAsync(
            slot => slot.ProducerId == reservation.ProducerId
                && slot.SlotStart >= reservation.Start && slot.SlotStart < reservation.End
                && !own.Contains(slot.ReservationId),
            cancellation);
        return isTaken ? AttemptOutcome.Taken : null;
    }
}

internal enum AttemptOutcome
{
    Reserved,

    /// <summary>Somebody was faster with some of the time.</summary>
    Taken,

    /// <summary>The order that is to move is not as it was.</summary>
    Gone,
}
