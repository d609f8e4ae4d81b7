using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Meetings;

/// <summary>
/// A host's coming meetings, and the orders that there are for them. They are found by the e-mail address of the
/// host's account alone, so that nobody comes to see another's.
/// </summary>
public sealed class HostMeetings(PortalDbContext db, MeetingLookup lookup, IClock clock)
{
    /// <summary>How many are listed; of a series each occurrence counts.</summary>
    public const int Most = 50;

    private static readonly CompiledQuery<Func<PortalDbContext, Guid, CancellationToken, Task<Asking>>> Who = new(() =>
        EF.CompileAsyncQuery((PortalDbContext db, Guid userId, CancellationToken _) => db.Users
            .Where(user => user.Id == userId)
            .Select(user => new Asking(
                user.Email ?? "",
                db.Set<Order>()
                    .Where(order => order.HostUserId == userId)
                    .OrderByDescending(order => order.PlacedAt)
                    .Select(order => order.Time.TimeZone)
                    .FirstOrDefault() ?? user.TimeZone))
            .Single()));

    // Either condition has an index of its own.
    private static readonly
        CompiledQuery<Func<PortalDbContext, List<string>, Guid, Instant, IAsyncEnumerable<Found>>> Placed = new(() =>
            EF.CompileAsyncQuery((PortalDbContext db, List<string> keys, Guid hostUserId, Instant now) =>
                db.Set<Order>()
                    .Where(order => keys.Contains(order.SessionKey!) && order.State == OrderState.Placed)
                    .Select(order => new Found
                    {
                        Number = order.Number,
                        HostUserId = order.HostUserId,
                        SiteId = order.SiteId,
                        SessionKey = order.SessionKey,
                        MeetingNumber = order.Event.MeetingNumber,
                        Start = order.Time.Start,
                    })
                    .Union(db.Set<Order>()
                        .Where(order => order.HostUserId == hostUserId
                            && order.Time.Start > now
                            && order.State == OrderState.Placed)
                        .Select(order => new Found
                        {
                            Number = order.Number,
                            HostUserId = order.HostUserId,
                            SiteId = order.SiteId,
                            SessionKey = order.SessionKey,
                            MeetingNumber = order.Event.MeetingNumber,
                            Start = order.Time.Start,
                        }))));

    /// <summary>The next meetings at those sites.</summary>
    /// <param name="hostUserId">The host.</param>
    /// <param name="sites">The host's sites.</param>
    /// <param name="everywhere">
    /// Whether directories outside the portal are asked too, for which the host may have to wait.
    /// </param>
    /// <param name="cancellationToken">Nobody waits any longer.</param>
    public async Task<HostMeetingList> ListAsync(
        Guid hostUserId, IReadOnlyList<Site> sites, bool everywhere, CancellationToken cancellationToken)
    {
        var host = await Who.On(db)(db, hostUserId, cancellationToken);
        var near = sites.Where(lookup.IsAtHand).ToList();
        var far = sites.Except(near).ToList();
        var answers = new List<IReadOnlyList<HostMeeting>?>();
        foreach (var site in near)
        {
            answers.Add(await FindAsync(site, host, cancellationToken));
        }

        if (everywhere)
        {
            answers.AddRange(await Task.WhenAll(far.Select(site => FindAsync(site, host, cancellationToken))));
        }

        var next = answers.OfType<IReadOnlyList<HostMeeting>>()
            .SelectMany(meetings => meetings)
            .OrderBy(meeting => meeting.Time.Start)
            .Take(Most)
            .ToList();
        return new HostMeetingList(host.Email, await WithOrdersAsync(next, hostUserId, cancellationToken))
        {
            IsSilent = answers.Contains(null),
            IsPartial = !everywhere && far.Count > 0,
        };
    }

    /// <summary>
    /// One of the host's meetings; null where the directory gives no answer, or knows no such meeting of the host.
    /// </summary>
    public async Task<HostMeeting?> FindAsync(
        Guid hostUserId, Site site, string sessionKey, CancellationToken cancellationToken)
    {
        var host = await Who.On(db)(db, hostUserId, cancellationToken);
        var found = (await FindAsync(site, host, cancellationToken) ?? [])
            .Where(meeting => meeting.Session.Key == sessionKey)
            .ToList();
        return (await WithOrdersAsync(found, hostUserId, cancellationToken)).FirstOrDefault();
    }

    private async Task<IReadOnlyList<HostMeeting>?> FindAsync(
        Site site, Asking host, CancellationToken cancellationToken)
    {
        var sessions = host.Email.Length == 0
            ? []
            : await lookup.FindAsync(site, new SessionHost(HostId: null, host.Email), cancellationToken);
        return sessions?
            .Select(session => new HostMeeting(site, session, host.Email, new EventTime
            {
                Start = session.Start,
                DurationMinutes = session.DurationMinutes,
                TimeZone = Known(session.TimeZone) ?? Known(host.TimeZone) ?? "Etc/UTC",
            }))
            .ToList();
    }

    private async Task<IReadOnlyList<HostMeeting>> WithOrdersAsync(
        List<HostMeeting> meetings, Guid hostUserId, CancellationToken cancellationToken)
    {
        if (meetings.Count == 0)
        {
            return meetings;
        }

        var keys = meetings.ConvertAll(meeting => meeting.Session.Key);
        var placed = await Placed.On(db)(db, keys, hostUserId, clock.GetCurrentInstant())
            .ToListAsync(cancellationToken);
        return meetings.ConvertAll(meeting => meeting with
        {
            Order = placed
                .Where(order => order.SiteId == meeting.Site.Id
                    && (order.SessionKey == meeting.Session.Key
                        || (order.Start == meeting.Session.Start
                            && order.MeetingNumber.Length > 0
                            && order.MeetingNumber == meeting.Session.MeetingNumber)))
                .Select(order => new MeetingOrder(RequestNumber.Parse(order.Number), order.HostUserId == hostUserId))
                .OrderByDescending(order => order.IsOwn)
                .FirstOrDefault(),
        });
    }

    private static string? Known(string? zone) =>
        zone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null ? zone : null;

    /// <param name="Email">The address of the host's account.</param>
    /// <param name="TimeZone">The zone of the last order, else of the profile.</param>
    private sealed record Asking(string Email, string? TimeZone);

    private sealed record Found
    {
        public required string Number { get; init; }

        public required Guid? HostUserId { get; init; }

        public required int SiteId { get; init; }

        public required string? SessionKey { get; init; }

        public required string MeetingNumber { get; init; }

        public required Instant Start { get; init; }
    }
}
