using NodaTime;

namespace AssistPortal.Assist.Meetings;

/// <summary>What staff keep of a meeting in the portal's own directory.</summary>
public sealed record MeetingDetails
{
    public const int ShortestMinutes = 10;
    public const int LongestMinutes = (24 * 60) - 1;
    public const int HostIdLength = 120;
    public const int NumberLength = 11;

    /// <summary>The host's sign-in name on the site.</summary>
    public required string HostId { get; init; }

    public required string HostEmail { get; init; }

    public required string Topic { get; init; }

    /// <summary>9 to 11 digits. A site's meetings are told apart by it.</summary>
    public required string MeetingNumber { get; init; }

    /// <summary>An https address on the site, or empty.</summary>
    public string MeetingUrl { get; init; } = "";

    public required Instant Start { get; init; }

    public required int DurationMinutes { get; init; }

    /// <summary>IANA zone in which the meeting is scheduled.</summary>
    public required string TimeZone { get; init; }

    public int? ExpectedAttendees { get; init; }

    public string Presenters { get; init; } = "";

    public string Agenda { get; init; } = "";
}
