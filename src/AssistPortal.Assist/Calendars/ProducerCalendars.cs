using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Calendars.Audit;
using AssistPortal.Assist.Producers;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using AssistPortal.Data.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.Assist.Calendars;

/// <summary>Which calendar outside the portal is read for a producer.</summary>
public sealed class ProducerCalendars
{
    private readonly PortalDbContext db;
    private readonly CalendarSecrets secrets;
    private readonly CoverCheck cover;
    private readonly IClock clock;
    private readonly IClock realClock;

    internal ProducerCalendars(
        PortalDbContext db,
        CalendarSecrets secrets,
        CoverCheck cover,
        IClock clock,
        [FromKeyedServices(Clocks.Real)] IClock realClock) =>
        (this.db, this.secrets, this.cover, this.clock, this.realClock) = (db, secrets, cover, clock, realClock);

    /// <summary>The producer's calendar, to be looked at; null for none.</summary>
    public Task<ProducerCalendar?> FindAsync(int producerId, CancellationToken cancellationToken) =>
        db.Set<ProducerCalendar>().AsNoTracking()
            .SingleOrDefaultAsync(calendar => calendar.ProducerId == producerId, cancellationToken);

    /// <summary>From now on that calendar is read, instead of one before: what that said goes.</summary>
    public Task ReadFromAsync(int producerId, Uri address, Guid actorId, CancellationToken cancellationToken) =>
        db.InRepeatedTransactionAsync(
            async cancellationToken =>
            {
                await ForgetAsync(producerId, cancellationToken);
                db.Add(new ProducerCalendar(
                    producerId, address.IdnHost, secrets.Protect(address), realClock.GetCurrentInstant()));
                db.Audit(new CalendarEntered(producerId, address.IdnHost), actorId, clock.GetCurrentInstant());
                await db.SaveChangesAsync(cancellationToken);
                return (Commit: true, true);
            },
            cancellationToken);

    /// <summary>No calendar is read any more.</summary>
    /// <returns>False where there was none.</returns>
    public Task<bool> RemoveAsync(int producerId, Guid actorId, CancellationToken cancellationToken) =>
        db.InRepeatedTransactionAsync(
            async cancellationToken =>
            {
                if (!await ForgetAsync(producerId, cancellationToken))
                {
                    return (Commit: false, false);
                }

                db.Audit(new CalendarRemoved(producerId), actorId, clock.GetCurrentInstant());
                await db.SaveChangesAsync(cancellationToken);
                return (Commit: true, true);
            },
            cancellationToken);

    private async Task<bool> ForgetAsync(int producerId, CancellationToken cancellationToken)
    {
        var had = await db.Set<ProducerCalendar>()
            .Where(calendar => calendar.ProducerId == producerId)
            .ExecuteDeleteAsync(cancellationToken);
        await db.BeBusyAsync(cover, producerId, [], cancellationToken);
        return had > 0;
    }
}
