using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Mail.Calendars;

/// <summary>What an object that <see cref="CalendarWriter"/> has written says of its entry.</summary>
/// <param name="Uid">As it stands there.</param>
/// <param name="Sequence">SEQUENCE.</param>
/// <param name="Start">DTSTART.</param>
/// <param name="End">DTEND.</param>
/// <param name="Method">METHOD.</param>
public sealed record CalendarFacts(string Uid, int Sequence, Instant Start, Instant End, CalendarMethod Method)
{
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("yyyyMMdd'T'HHmmss'Z'");

    /// <param name="calendars">The objects of a mail, one after the other.</param>
    public static IReadOnlyList<CalendarFacts> AllOf(string calendars) =>
        [.. CalendarLine.ObjectsOf(calendars).Select(Of)];

    private static CalendarFacts Of(string calendar) => new(
        CalendarLine.UidOf(calendar),
        int.Parse(CalendarLine.ValueOf(calendar, "SEQUENCE"), CultureInfo.InvariantCulture),
        Utc.Parse(CalendarLine.ValueOf(calendar, "DTSTART")).Value,
        Utc.Parse(CalendarLine.ValueOf(calendar, "DTEND")).Value,
        Enum.Parse<CalendarMethod>(CalendarLine.ValueOf(calendar, "METHOD"), ignoreCase: true));
}
