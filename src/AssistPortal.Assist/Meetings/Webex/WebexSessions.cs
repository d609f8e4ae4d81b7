using AssistPortal.Assist.Sites;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Assist.Meetings.Webex;

/// <summary>Makes sessions of what the API gives, and leaves out what is somebody else's or can't be used.</summary>
internal static class WebexSessions
{
    private const int UrlLength = 500;

    private static readonly string[] Over = ["ended", "missed", "expired"];

    /// <summary>
    /// Whether the meeting is that host's own: the API also gives those to which the host is only invited.
    /// </summary>
    public static bool IsOwn(WebexMeeting meeting, Site site, SessionHost host) =>
        Same(meeting.HostEmail, host.Email)
        && (string.IsNullOrEmpty(meeting.SiteUrl) || Same(meeting.SiteUrl, site.HostName))
        && !Over.Contains(meeting.State, StringComparer.OrdinalIgnoreCase);

    /// <summary>The session; null where what has to be known of it is missing.</summary>
    public static DirectorySession? Read(WebexMeeting meeting, Site site)
    {
        if (string.IsNullOrEmpty(meeting.Id)
            || string.IsNullOrWhiteSpace(meeting.Title)
            || Moment(meeting.Start) is not { } start
            || Moment(meeting.End) is not { } end
            || Math.Round((end - start).TotalMinutes) is not (> 0 and <= int.MaxValue and var minutes))
        {
            return null;
        }

        return new DirectorySession
        {
            Key = meeting.Id,
            HostId = meeting.HostEmail ?? "",
            Topic = meeting.Title.Trim(),
            Agenda = meeting.Agenda?.Trim() ?? "",
            MeetingNumber = Number(meeting.MeetingNumber),
            MeetingUrl = IsOnSite(meeting.WebLink, site) ? meeting.WebLink! : "",
            Start = start,
            DurationMinutes = (int)minutes,
        };
    }

    private static bool Same(string? one, string? other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>A time with its offset, or without one in UTC, which is what was asked for.</summary>
    private static Instant? Moment(string? text)
    {
        if (OffsetDateTimePattern.ExtendedIso.Parse(text!) is { Success: true, Value: var time })
        {
            return time.ToInstant();
        }

        return LocalDateTimePattern.ExtendedIso.Parse(text!) is { Success: true, Value: var local }
            ? local.InUtc().ToInstant()
            : null;
    }

    private static string Number(string? text)
    {
        var digits = string.Concat((text ?? "").Where(sign => sign is not (' ' or '-')));
        return digits.Length is >= 9 and <= 11 && digits.All(char.IsAsciiDigit) ? digits : "";
    }

    private static bool IsOnSite(string? link, Site site) =>
        link is { Length: <= UrlLength }
        && Uri.TryCreate(link, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps
        && address.UserInfo.Length == 0
        && Same(address.IdnHost, site.HostName);
}
