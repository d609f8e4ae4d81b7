using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.TestSupport.Directories;

/// <summary>The stub's meetings, with the API's rules of listing and changing them.</summary>
internal sealed class StubMeetings
{
    private readonly Lock gate = new();
    private readonly List<Item> items = [];

    public void Add(StubMeeting meeting)
    {
        lock (gate)
        {
            var series = meeting.Occurrences.Count > 0;
            items.Add(new Item(meeting.Id, null, meeting, meeting.Start, meeting.Minutes, series));
            foreach (var start in series ? meeting.Occurrences : [meeting.Start])
            {
                items.Add(new Item(
                    OccurrenceId(meeting.Id, start), meeting.Id, meeting, start, meeting.Minutes, IsSeries: false));
            }
        }
    }

    public static string OccurrenceId(string id, Instant start) =>
        $"{id}_{InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'").Format(start)}";

    public (Instant Start, int Minutes)? TimeOf(string id)
    {
        lock (gate)
        {
            return items.Find(item => item.Id == id) is { } found ? (found.Start, found.Minutes) : null;
        }
    }

    /// <summary>
    /// What the API gives: meetings of which that person is host, and those to which they are invited.
    /// </summary>
    public IReadOnlyList<object> List(string email, string meetingType, Instant earliest, Instant end, string? siteUrl)
    {
        lock (gate)
        {
            return
            [
                .. from item in items
                   where meetingType == "scheduledMeeting" ? item.SeriesId is not null : item.SeriesId is null
                   where Same(item.Meeting.HostEmail, email)
                       || item.Meeting.Invitees.Any(invitee => Same(invitee, email))
                   where siteUrl is null || item.Meeting.SiteUrl is null || Same(item.Meeting.SiteUrl, siteUrl)
                   let start = item.IsSeries
                       ? item.Meeting.Occurrences.FirstOrDefault(next => next >= earliest, Instant.MaxValue)
                       : item.Start
                   where start >= earliest && start < end
                   orderby start
                   select Written(item, start),
            ];
        }
    }

    /// <summary>Gives a meeting, or an occurrence, another time.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Change(string id, Instant start, int minutes)
    {
        lock (gate)
        {
            var at = items.FindIndex(item => item.Id == id);
            if (at < 0)
            {
                return false;
            }

            var changed = items[at] with { Start = start, Minutes = minutes };
            for (var place = 0; place < items.Count; place++)
            {
                // A meeting that takes place once is its own only occurrence, and goes by either id.
                if (items[place].Meeting.Id == changed.Meeting.Id
                    && (place == at || changed.Meeting.Occurrences.Count == 0))
                {
                    items[place] = items[place] with { Start = start, Minutes = minutes };
                }
            }

            return true;
        }
    }

    private static bool Same(string? one, string? other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, object?> Written(Item item, Instant start)
    {
        var meeting = item.Meeting;
        var written = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["id"] = item.Id,
            ["meetingNumber"] = meeting.Number,
            ["title"] = meeting.Title,
            ["agenda"] = meeting.Agenda,
            ["password"] = StubMeeting.Secret + "-password",
            ["phoneAndVideoSystemPassword"] = StubMeeting.Secret + "-phone",
            ["panelistPassword"] = StubMeeting.Secret + "-panelist",
            ["hostKey"] = StubMeeting.Secret + "-key",
            ["meetingType"] = item.SeriesId is null ? "meetingSeries" : "scheduledMeeting",
            ["state"] = meeting.State,
            ["timezone"] = "UTC",
            ["start"] = Iso(start),
            ["end"] = Iso(start + Duration.FromMinutes(item.Minutes)),
            ["hostUserId"] = "Y2lzY29zcGFyazovL3VzL1BFT1BMRS8x",
            ["hostDisplayName"] = "Host",
            ["hostEmail"] = meeting.HostEmail,
            ["webLink"] = meeting.WebLink,
            ["scheduledType"] = "meeting",
            ["telephony"] = new { accessCode = "1234567890", callInNumbers = Array.Empty<string>() },
        };
        Add("meetingSeriesId", item.SeriesId);
        Add("siteUrl", meeting.SiteUrl);
        Add("recurrence", item.IsSeries ? "FREQ=WEEKLY;INTERVAL=1" : null);
        return written;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                written.Add(name, value);
            }
        }
    }

    private static string Iso(Instant time) => time.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private sealed record Item(
        string Id, string? SeriesId, StubMeeting Meeting, Instant Start, int Minutes, bool IsSeries);
}
