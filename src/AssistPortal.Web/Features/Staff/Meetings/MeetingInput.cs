using AssistPortal.Assist.Meetings;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Meetings;

/// <summary>A meeting as typed, in a form or in a row of a file.</summary>
public sealed class MeetingInput : IStartFields
{
    public string? SiteId { get; set; }

    public string? HostId { get; set; }

    public string? HostEmail { get; set; }

    public string? Topic { get; set; }

    public string? MeetingNumber { get; set; }

    public string? MeetingUrl { get; set; }

    /// <summary>The local date, in <see cref="TimeZone"/>.</summary>
    public string? StartDate { get; set; }

    public string? StartTime { get; set; }

    public string? Fold { get; set; }

    public string? TimeZone { get; set; }

    public string? DurationMinutes { get; set; }

    public string? ExpectedAttendees { get; set; }

    public string? Presenters { get; set; }

    public string? Agenda { get; set; }

    /// <summary>The meeting's version as the form was made.</summary>
    public string? Version { get; set; }

    public static MeetingInput From(MeetingSession session)
    {
        var zone = Tolerant.Zone(session.TimeZone) ?? DateTimeZone.Utc;
        var input = new MeetingInput
        {
            SiteId = $"{session.SiteId}",
            HostId = session.HostId,
            HostEmail = session.HostEmail,
            Topic = session.Topic,
            MeetingNumber = session.MeetingNumber,
            MeetingUrl = session.MeetingUrl,
            TimeZone = zone == DateTimeZone.Utc ? "Etc/UTC" : zone.Id,
            DurationMinutes = $"{session.DurationMinutes}",
            ExpectedAttendees = $"{session.ExpectedAttendees}",
            Presenters = session.Presenters,
            Agenda = session.Agenda,
            Version = $"{session.Version}",
        };
        input.SetStart(session.Start.InZone(zone));
        return input;
    }

    /// <summary>The meeting; what was typed has passed <see cref="MeetingReader"/>.</summary>
    /// <param name="start">Its start.</param>
    public MeetingDetails Read(ZonedDateTime start) => new()
    {
        HostId = Tolerant.Code(HostId),
        HostEmail = Tolerant.Email(HostEmail),
        Topic = Tolerant.Text(Topic),
        MeetingNumber = Tolerant.Digits(MeetingNumber),
        MeetingUrl = Tolerant.Code(MeetingUrl),
        Start = start.ToInstant(),
        DurationMinutes = Tolerant.Number(DurationMinutes) ?? 0,
        TimeZone = start.Zone.Id,
        ExpectedAttendees = Tolerant.Number(ExpectedAttendees),
        Presenters = Tolerant.Text(Presenters),
        Agenda = Tolerant.Text(Agenda),
    };
}
