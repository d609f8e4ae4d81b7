using AssistPortal.Assist.Orders;
using AssistPortal.Web.Shared.Forms;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Web.Shared.Csv;

/// <summary>
/// An event's time in a file: start and end on the wall clock of the event, each with its own offset.
/// </summary>
internal static class CsvEventTime
{
    private static readonly OffsetPattern Offset = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    /// <summary>Names of the columns, as their headings' keys have them.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "Date", "Time", "Offset", "EndDate", "EndTime", "EndOffset", "Zone", "Minutes",
    ];

    public static IEnumerable<object?> CellsOf(EventTime time) =>
        [.. End(time.LocalStart), .. End(time.LocalEnd), time.TimeZone, time.DurationMinutes];

    /// <summary>'UTC' before the offset: a cell that begins with a sign is a formula.</summary>
    private static IEnumerable<object?> End(ZonedDateTime time) =>
    [
        FieldPatterns.Date.Format(time.Date),
        FieldPatterns.Time.Format(time.TimeOfDay),
        $"UTC{Offset.Format(time.Offset)}",
    ];
}
