using System.Data.Common;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>
/// Tries to reserve one producer for a draft in one transaction. It works in a scope of its own: the hold is
/// committed by itself, a lost race leaves nothing behind in a change tracker, and what the caller has changed but
/// not yet saved stays the caller's.
/// </summary>
internal sealed class HoldAttempt(IServiceScopeFactory scopes)
{
    /// <summary>One transaction: the draft's old hold and run-out ones in the way go, the new one comes.</summary>
    /// <exception cref="DbException">The database failed for another reason than a reservation by somebody else.</exception>
    /// <exception cref="DbUpdateException">The same, while saving.</exception>
    public async Task<HoldOutcome> TryAsync(Reservation hold, Instant now, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        try
        {
            await SaveAsync(db, hold, now, cancellation);
            return HoldOutcome.Held;
        }
        catch (Exception exception) when (exception is DbUpdateException or DbException)
        {
            // Databases tell a taken key each in its own way; what stands in the table is the same on all of them.
            var outcome = await WhatHappenedAsync(db, hold, cancellation);
            if (outcome is null)
            {
                throw;
            }

            return outcome.Value;
        }
    }

    private static async Task SaveAsync(PortalDbContext db, Reservation hold, Instant now, CancellationToken cancellation)
    {
        var reservations = db.Set<Reservation>();
        var earliest = hold.Start - Reservation.Longest;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await reservations
            .Where(item => item.DraftId == hold.DraftId && item.HoldUntil != null)
            .ExecuteDeleteAsync(cancellation);
        await reservations
            .Where(item => item.ProducerId == hold.ProducerId && item.HoldUntil <= now)
            .Where(item => item.Start > earliest && item.Start < hold.End && item.End > hold.Start)
            .ExecuteDeleteAsync(cancellation);
        reservations.Add(hold);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<HoldOutcome?> WhatHappenedAsync(
        PortalDbContext db, Reservation hold, CancellationToken cancellation)
    {
        if (await db.Set<Reservation>().AnyAsync(item => item.Id == hold.Id, cancellation))
        {
            return HoldOutcome.Held;
        }

        var isTaken = await db.Set<ProducerSlot>().AnyAsync(
            slot => slot.ProducerId == hold.ProducerId && slot.SlotStart >= hold.Start && slot.SlotStart < hold.End,
            cancellation);
        return isTaken ? HoldOutcome.Taken : null;
    }
}

internal enum HoldOutcome
{
    Held,

    /// <summary>Somebody was faster with some of the time.</summary>
    Taken,
}
