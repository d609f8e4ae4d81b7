using AssistPortal.Assist.Sites;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Assist.Meetings.Webex;

/// <summary>A list of meetings, asked for page by page.</summary>
/// <param name="Site">Only meetings of this site.</param>
/// <param name="Host">For whom an administrator asks; null asks for the token's own meetings.</param>
/// <param name="Starts">The time asked for. Both ends are always sent: without them the API takes seven days.</param>
/// <param name="Token">Who asks.</param>
internal sealed record MeetingQuery(Site Site, SessionHost? Host, Interval Starts, AccessToken Token)
{
    /// <summary>Meetings that take place once, and series as a whole.</summary>
    public const string Series = "meetingSeries";

    /// <summary>Each occurrence of a series by itself.</summary>
    public const string Occurrences = "scheduledMeeting";

    /// <summary>The most that the API gives.</summary>
    public const int MostPerPage = 100;

    public Uri Address(string meetingType, int most)
    {
        List<(string Name, string Value)> query =
        [
            ("meetingType", meetingType),
            ("from", InstantPattern.General.Format(Starts.Start)),
            ("to", InstantPattern.General.Format(Starts.End)),
            ("siteUrl", Site.HostName),
            ("max", $"{most}"),
        ];
        if (Host is not null && Token.IsAdministrator)
        {
            query.Add(("hostEmail", Host.Email));
        }

        return new Uri(
            Token.Api,
            $"meetings?{string.Join('&', query.Select(item => $"{item.Name}={Uri.EscapeDataString(item.Value)}"))}");
    }
}
