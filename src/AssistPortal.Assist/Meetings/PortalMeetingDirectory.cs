using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Meetings;

/// <summary>The portal's own directory: sessions that staff keep in the portal.</summary>
internal sealed class PortalMeetingDirectory(PortalDbContext db) : IMeetingDirectory
{
    private const int MostAttempts = 3;

    public DirectoryKind Kind => DirectoryKind.Portal;

    public async Task<IReadOnlyList<DirectorySession>> FindAsync(
        Site site, SessionHost host, Interval starts, CancellationToken cancellationToken)
    {
        var sessions = await db.Set<MeetingSession>().AsNoTracking()
            .Where(session => session.SiteId == site.Id
                && session.HostEmail.ToLower() == host.Email.ToLower()
                && session.Start >= starts.Start && session.Start < starts.End)
            .OrderBy(session => session.Start)
            .ToListAsync(cancellationToken);

        // Host IDs may hold any letters, whose case not every database can fold.
        return [.. sessions.Where(session => session.HostId.Equals(host.HostId, StringComparison.OrdinalIgnoreCase)).Select(session => new DirectorySession
        {
            Key = session.Id.ToString(),
            Topic = session.Topic,
            Agenda = session.Agenda,
            Presenters = session.Presenters,
            MeetingNumber = session.MeetingNumber,
            MeetingUrl = session.MeetingUrl,
            Start = session.Start,
            DurationMinutes = session.DurationMinutes,
            ExpectedAttendees = session.ExpectedAttendees,
        })];
    }

    public async Task RescheduleAsync(
        Site site, SessionReference session, EventTime time, CancellationToken cancellationToken)
    {
        var known = Guid.TryParse(session.Key, out var id)
            ? await db.Set<MeetingSession>().SingleOrDefaultAsync(
                item => item.Id == id && item.SiteId == site.Id, cancellationToken)
            : null;
        if (known is null)
        {
            throw new DirectoryException(DirectoryFault.NotFound);
        }

        for (var attempt = 1; ; attempt++)
        {
            (known.Start, known.DurationMinutes, known.TimeZone) = (time.Start, time.DurationMinutes, time.TimeZone);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return;
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostAttempts)
            {
                // Staff have just edited it: what they changed stays, but for the time.
                await db.Entry(known).ReloadAsync(cancellationToken);
                if (db.Entry(known).State == EntityState.Detached)
                {
                    throw new DirectoryException(DirectoryFault.NotFound);
                }
            }
        }
    }
}
