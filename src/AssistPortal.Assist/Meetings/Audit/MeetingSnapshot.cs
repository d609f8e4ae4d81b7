using NodaTime;

namespace AssistPortal.Assist.Meetings.Audit;

/// <summary>What is known of a meeting in the portal's own directory.</summary>
internal sealed record MeetingSnapshot
{
    public required int SiteId { get; init; }

    public required string HostId { get; init; }

    public required string HostEmail { get; init; }

    public required string Topic { get; init; }

    public required string Agenda { get; init; }

    public required string Presenters { get; init; }

    public required string MeetingNumber { get; init; }

    public required string MeetingUrl { get; init; }

    public required Instant Start { get; init; }

    public required int DurationMinutes { get; init; }

    public required string TimeZone { get; init; }

    public required int? ExpectedAttendees { get; init; }

    public static MeetingSnapshot Of(MeetingSession meeting) => new()
    {
        SiteId = meeting.SiteId,
        HostId = meeting.HostId,
        HostEmail = meeting.HostEmail,
        Topic = meeting.Topic,
        Agenda = meeting.Agenda,
        Presenters = meeting.Presenters,
        MeetingNumber = meeting.MeetingNumber,
        MeetingUrl = meeting.MeetingUrl,
        Start = meeting.Start,
        DurationMinutes = meeting.DurationMinutes,
        TimeZone = meeting.TimeZone,
        ExpectedAttendees = meeting.ExpectedAttendees,
    };
}
