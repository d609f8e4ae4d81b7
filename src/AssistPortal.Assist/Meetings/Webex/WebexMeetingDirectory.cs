using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sites;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Assist.Meetings.Webex;

/// <summary>
/// The directory of sites whose meetings Webex keeps, by its Meetings REST API. The API knows a host by the e-mail
/// address alone; what a host typed as host ID is neither sent nor compared, since a Webex sign-in name is an e-mail
/// address and other site names are nowhere in its answers.
/// </summary>
internal sealed class WebexMeetingDirectory(
    WebexClient client, AccessTokens tokens, DirectoryCalls calls, WebexLimits limits, IClock clock)
    : IMeetingDirectory
{
    private const int ShortestMinutes = 10;
    private const int LongestMinutes = (24 * 60) - 1;

    public DirectoryKind Kind => DirectoryKind.Webex;

    public async Task<IReadOnlyList<DirectorySession>> FindAsync(
        Site site, SessionHost host, Interval starts, CancellationToken cancellationToken)
    {
        var token = await tokens.OfAsync(site, cancellationToken);
        var query = new MeetingQuery(site, host, starts, token);
        var found = await RunAsync(
            site, token, limits.Lookup, regardless: false, call => FindAsync(query, call), cancellationToken);
        return
        [
            .. from meeting in found
               let session = WebexSessions.Read(meeting, site)
               where session is not null && starts.Contains(session.Start)
               orderby session.Start
               select session,
        ];
    }

    public async Task RescheduleAsync(
        Site site, SessionReference session, EventTime time, CancellationToken cancellationToken)
    {
        if (time.DurationMinutes is < ShortestMinutes or > LongestMinutes)
        {
            throw new DirectoryException(DirectoryFault.Rejected);
        }

        var token = await tokens.OfAsync(site, cancellationToken);
        var address = new Uri(token.Api, $"meetings/{Uri.EscapeDataString(session.Key)}");
        var change = new WebexChange
        {
            Start = Written(time.LocalStart),
            End = Written(time.LocalEnd),
            Timezone = time.TimeZone,
            HostEmail = token.IsAdministrator ? session.HostEmail : null,
            SendEmail = true,
        };
        await RunAsync(
            site,
            token,
            limits.Change,
            regardless: false,
            async call =>
            {
                await client.ChangeAsync(address, change, token, call);
                return true;
            },
            cancellationToken);
    }

    public async Task TestAsync(Site site, CancellationToken cancellationToken)
    {
        var token = await tokens.OfAsync(site, cancellationToken);
        var now = clock.GetCurrentInstant();
        var day = new MeetingQuery(site, Host: null, new Interval(now, now + Duration.FromDays(1)), token);
        await RunAsync(
            site,
            token,
            limits.Lookup,
            regardless: true,
            call => client.GetAsync(day.Address(MeetingQuery.Series, most: 1), token, call),
            cancellationToken);
    }

    /// <summary>
    /// The host's meetings that take place once, and of recurring series each occurrence: only that can be moved
    /// without moving the whole series. The API gives either series or occurrences, so that it is asked twice where
    /// there is one.
    /// </summary>
    private async Task<IEnumerable<WebexMeeting>> FindAsync(MeetingQuery query, DirectoryCall call)
    {
        var series = await ReadAsync(query, MeetingQuery.Series, call);
        var single = series.Where(meeting => string.IsNullOrEmpty(meeting.Recurrence)).ToList();
        if (single.Count == series.Count)
        {
            return single;
        }

        var known = single.Select(meeting => meeting.Id).ToHashSet(StringComparer.Ordinal);
        var occurrences = await ReadAsync(query, MeetingQuery.Occurrences, call);
        return single.Concat(occurrences.Where(meeting => !known.Contains(meeting.MeetingSeriesId ?? meeting.Id)));
    }

    private async Task<IReadOnlyList<WebexMeeting>> ReadAsync(
        MeetingQuery query, string meetingType, DirectoryCall call)
    {
        var own = new List<WebexMeeting>();
        var next = query.Address(meetingType, MeetingQuery.MostPerPage);
        for (var page = 0; next is not null && page < limits.Pages; page++)
        {
            (var found, next) = await client.GetAsync(next, query.Token, call);
            own.AddRange(found.Items!.OfType<WebexMeeting>()
                .Where(meeting => WebexSessions.IsOwn(meeting, query.Site, query.Host!)));
        }

        return own;
    }

    private Task<T> RunAsync<T>(
        Site site,
        AccessToken token,
        TimeSpan limit,
        bool regardless,
        Func<DirectoryCall, Task<T>> work,
        CancellationToken cancellationToken) =>
        calls.RunAsync($"{site.Id} {token.Api}", limit, regardless, work, cancellationToken);

    private static string Written(ZonedDateTime time) => OffsetDateTimePattern.Rfc3339.Format(time.ToOffsetDateTime());
}
