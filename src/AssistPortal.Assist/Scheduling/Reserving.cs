using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Scheduling;

internal static class Reserving
{
    /// <summary>Adds a reservation to be saved; holds in its way that have run out go at once.</summary>
    public static async Task ReserveAsync(this PortalDbContext db, Reservation reservation, Instant now, CancellationToken cancellation)
    {
        var (producerId, start, end) = (reservation.ProducerId, reservation.Start, reservation.End);
        var earliest = start - Reservation.Longest;
        await db.Set<Reservation>()
            .Where(item => item.ProducerId == producerId && item.HoldUntil <= now)
            .Where(item => item.Start > earliest && item.Start < end && item.End > start)
            .ExecuteDeleteAsync(cancellation);
        db.Add(reservation);
    }
}
