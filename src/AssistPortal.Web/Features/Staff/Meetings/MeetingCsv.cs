using AssistPortal.Web.Shared.Csv;

namespace AssistPortal.Web.Features.Staff.Meetings;

/// <summary>The file in which meetings are exported and imported: comma-separated, UTF-8, a row each.</summary>
internal static class MeetingCsv
{
    /// <summary>
    /// Holds the site's host name; the other columns are named as the fields of <see cref="MeetingInput"/>.
    /// </summary>
    public const string Site = "Site";

    /// <summary>
    /// Name of each column in the file's order, with its place in the input and whether a file must have it.
    /// </summary>
    public static readonly IReadOnlyList<MeetingColumn> Columns =
    [
        new(Site, input => input.SiteId, (input, text) => input.SiteId = text, IsNeeded: true),
        new(nameof(MeetingInput.HostId), input => input.HostId, (input, text) => input.HostId = text, IsNeeded: true),
        new(
            nameof(MeetingInput.HostEmail),
            input => input.HostEmail,
            (input, text) => input.HostEmail = text,
            IsNeeded: true),
        new(nameof(MeetingInput.Topic), input => input.Topic, (input, text) => input.Topic = text, IsNeeded: true),
        new(
            nameof(MeetingInput.MeetingNumber),
            input => input.MeetingNumber,
            (input, text) => input.MeetingNumber = text,
            IsNeeded: true),
        new(nameof(MeetingInput.MeetingUrl), input => input.MeetingUrl, (input, text) => input.MeetingUrl = text),
        new(
            nameof(MeetingInput.StartDate),
            input => input.StartDate,
            (input, text) => input.StartDate = text,
            IsNeeded: true),
        new(
            nameof(MeetingInput.StartTime),
            input => input.StartTime,
            (input, text) => input.StartTime = text,
            IsNeeded: true),
        new(nameof(MeetingInput.Fold), input => input.Fold, (input, text) => input.Fold = text),
        new(
            nameof(MeetingInput.TimeZone),
            input => input.TimeZone,
            (input, text) => input.TimeZone = text,
            IsNeeded: true),
        new(
            nameof(MeetingInput.DurationMinutes),
            input => input.DurationMinutes,
            (input, text) => input.DurationMinutes = text,
            IsNeeded: true),
        new(
            nameof(MeetingInput.ExpectedAttendees),
            input => input.ExpectedAttendees,
            (input, text) => input.ExpectedAttendees = text),
        new(nameof(MeetingInput.Presenters), input => input.Presenters, (input, text) => input.Presenters = text),
        new(nameof(MeetingInput.Agenda), input => input.Agenda, (input, text) => input.Agenda = text),
    ];

    /// <summary>The file of those meetings.</summary>
    public static CsvResult Write(string fileName, IAsyncEnumerable<FoundMeeting> meetings) =>
        new(fileName, [.. Columns.Select(column => column.Name)], meetings.Select(CellsOf));

    private static IReadOnlyList<object?> CellsOf(FoundMeeting found)
    {
        var input = MeetingInput.From(found.Session);
        input.SiteId = found.Site.HostName;
        return [.. Columns.Select(column => column.Get(input))];
    }
}
