using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Web.Shared.Forms;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Meetings;

/// <summary>A meeting as typed, in a form or in a row of a file.</summary>
public sealed class MeetingInput
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

    /// <summary>Which of two equal times is meant when clocks go back.</summary>
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
        var start = session.Start.InZone(zone);
        return new MeetingInput
        {
            SiteId = $"{session.SiteId}",
            HostId = session.HostId,
            HostEmail = session.HostEmail,
            Topic = session.Topic,
            MeetingNumber = session.MeetingNumber,
            MeetingUrl = session.MeetingUrl,
            StartDate = FieldPatterns.Date.Format(start.Date),
            StartTime = FieldPatterns.Time.Format(start.TimeOfDay),
            Fold = LocalTimes.FoldOf(start)?.ToString().ToLowerInvariant(),
            TimeZone = zone == DateTimeZone.Utc ? "Etc/UTC" : zone.Id,
            DurationMinutes = $"{session.DurationMinutes}",
            ExpectedAttendees = $"{session.ExpectedAttendees}",
            Presenters = session.Presenters,
            Agenda = session.Agenda,
            Version = $"{session.Version}",
        };
    }

    /// <summary>What the wall-clock time is; null where a part of it can't be read.</summary>
    public LocalTimeReading? ReadStart() => ReadStart(
        Enum.TryParse<Fold>(Tolerant.Code(Fold), ignoreCase: true, out var chosen) && Enum.IsDefined(chosen) ? chosen : null);

    /// <summary>The two moments to choose from, when the typed time occurs twice.</summary>
    public LocalTimeReading.Doubled? DoubledStart() => ReadStart(fold: null) as LocalTimeReading.Doubled;

    /// <summary>The meeting; what was typed has passed <see cref="MeetingReader"/>.</summary>
    /// <param name="start">Its start.</param>
    public MeetingDetails Read(ZonedDateTime start) => new()
    {
        HostId = Tolerant.Code(HostId),
        HostEmail = Tolerant.Code(HostEmail),
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

    private LocalTimeReading? ReadStart(Fold? fold) =>
        Tolerant.Date(StartDate) is { } date && Tolerant.Time(StartTime) is { } time && Tolerant.Zone(TimeZone) is { } zone
            ? LocalTimes.Read(date + time, zone, fold)
            : null;
}
