using AssistPortal.Data;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Scheduling;

internal static class ReservationExtensions
{
    /// <summary>
    /// Writes a reservation with its slots, in the caller's transaction. What the same draft held goes before, and
    /// holds in its way that have run out.
    /// </summary>
    /// <exception cref="DbUpdateException">Somebody else has some of the time.</exception>
    public static async Task ReserveAsync(
        this PortalDbContext db, Reservation reservation, Instant now, CancellationToken cancellationToken)
    {
        var (producerId, start, end) = (reservation.ProducerId, reservation.Start, reservation.End);
        var earliest = start - Reservation.Longest;
        var holds = db.Set<Reservation>().Where(item => item.HoldUntil != null);
        var going = reservation.DraftId is { } draftId
            ? holds.Where(item => item.DraftId == draftId
                || (item.ProducerId == producerId
                    && item.HoldUntil <= now
                    && item.Start > earliest && item.Start < end && item.End > start))
            : holds.Where(item => item.ProducerId == producerId
                && item.HoldUntil <= now
                && item.Start > earliest && item.Start < end && item.End > start);
        await going.ExecuteDeleteAsync(cancellationToken);
        await db.InsertAsync([reservation], cancellationToken);
        await db.InsertAsync(reservation.Slots, cancellationToken);
    }

    /// <summary>
    /// Whether somebody else has some of a producer's time: a reservation that is not among one's own.
    /// </summary>
    public static Task<bool> IsTakenAsync(
        this PortalDbContext db,
        int producerId,
        Interval time,
        IQueryable<Guid> own,
        CancellationToken cancellationToken)
    {
        var (start, end) = (time.Start, time.End);
        return db.Set<ProducerSlot>().AnyAsync(
            slot => slot.ProducerId == producerId && slot.SlotStart >= start && slot.SlotStart < end
                && !own.Contains(slot.ReservationId),
            cancellationToken);
    }
}
