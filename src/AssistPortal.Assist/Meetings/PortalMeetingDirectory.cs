using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Meetings;

/// <summary>The portal's own directory: sessions that staff keep in the portal.</summary>
internal sealed class PortalMeetingDirectory(PortalDbContext db) : IMeetingDirectory
{
    public DirectoryKind Kind => DirectoryKind.Portal;

    public bool IsAtHand => true;

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
        return [.. sessions
            .Where(session =>
                host.HostId is null || session.HostId.Equals(host.HostId, StringComparison.OrdinalIgnoreCase))
            .Select(session => new DirectorySession
            {
                Key = session.Id.ToString(),
                HostId = session.HostId,
                Topic = session.Topic,
                Agenda = session.Agenda,
                Presenters = session.Presenters,
                MeetingNumber = session.MeetingNumber,
                MeetingUrl = session.MeetingUrl,
                Start = session.Start,
                DurationMinutes = session.DurationMinutes,
                TimeZone = session.TimeZone,
                ExpectedAttendees = session.ExpectedAttendees,
            })];
    }

    public async Task RescheduleAsync(
        Site site, SessionReference session, EventTime time, CancellationToken cancellationToken)
    {
        var changed = !Guid.TryParse(session.Key, out var id) ? 0 : await db.Set<MeetingSession>()
            .Where(item => item.Id == id && item.SiteId == site.Id)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(item => item.Start, time.Start)
                    .SetProperty(item => item.DurationMinutes, time.DurationMinutes)
                    .SetProperty(item => item.TimeZone, time.TimeZone)
                    .SetProperty(item => item.Version, item => item.Version + 1),
                cancellationToken);
        if (changed == 0)
        {
            throw new DirectoryException(DirectoryFault.NotFound);
        }
    }
}
