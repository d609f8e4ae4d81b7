using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Mail.Calendars;

/// <summary>Writes iCalendar objects (RFC 5545, RFC 5546); times are UTC, lines end with CRLF.</summary>
public static class CalendarWriter
{
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("yyyyMMdd'T'HHmmss'Z'");

    /// <summary>A new entry or a change of one.</summary>
    /// <exception cref="ArgumentException">
    /// Organizer or attendee is missing, the sequence is negative, or the end is not after the start.
    /// </exception>
    public static string Request(CalendarEvent calendarEvent)
    {
        GuardAttendee(calendarEvent);
        return Write(calendarEvent, "REQUEST", "CONFIRMED", "PARTSTAT=NEEDS-ACTION;RSVP=TRUE;");
    }

    /// <summary>The end of an entry.</summary>
    /// <exception cref="ArgumentException">
    /// As with <see cref="Request"/>, or the sequence is 0: it has to be raised over the request's.
    /// </exception>
    public static string Cancel(CalendarEvent calendarEvent)
    {
        GuardAttendee(calendarEvent);
        if (calendarEvent.Sequence < 1)
        {
            throw new ArgumentException("A cancellation raises the sequence.", nameof(calendarEvent));
        }

        return Write(calendarEvent, "CANCEL", "CANCELLED", attendee: "");
    }

    /// <summary>A file to download: nobody is invited, so an attendee is left out.</summary>
    /// <exception cref="ArgumentException">
    /// The organizer is missing, the sequence is negative, or the end is not after the start.
    /// </exception>
    public static string Publish(CalendarEvent calendarEvent) =>
        Write(calendarEvent with { AttendeeEmail = null }, "PUBLISH", "CONFIRMED", attendee: "");

    /// <summary>The object for a mail, as <see cref="Request"/> or <see cref="Cancel"/> write it.</summary>
    internal static string Write(CalendarInvitation invitation) => invitation.Method switch
    {
        CalendarMethod.Request => Request(invitation.Event),
        CalendarMethod.Cancel => Cancel(invitation.Event),
        _ => throw new ArgumentOutOfRangeException(nameof(invitation), invitation.Method, "Unknown method."),
    };

    /// <summary>A calendar of several entries, to subscribe to.</summary>
    /// <param name="entries">The entries; who is invited is left out.</param>
    /// <param name="name">What calendar programs call it.</param>
    /// <exception cref="ArgumentException">
    /// An organizer is missing, a sequence is negative, or an end is not after the start.
    /// </exception>
    public static string Publish(IEnumerable<CalendarEvent> entries, string name)
    {
        var calendar = new StringBuilder();
        Begin(calendar, "PUBLISH");
        CalendarLine.Append(calendar, $"X-WR-CALNAME:{CalendarLine.Text(name)}");
        CalendarLine.Append(calendar, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        CalendarLine.Append(calendar, "X-PUBLISHED-TTL:PT1H");
        foreach (var entry in entries)
        {
            AddEvent(calendar, entry with { AttendeeEmail = null }, "CONFIRMED", attendee: "");
        }

        CalendarLine.Append(calendar, "END:VCALENDAR");
        return calendar.ToString();
    }

    private static string Write(CalendarEvent entry, string method, string status, string attendee)
    {
        var calendar = new StringBuilder();
        Begin(calendar, method);
        AddEvent(calendar, entry, status, attendee);
        CalendarLine.Append(calendar, "END:VCALENDAR");
        return calendar.ToString();
    }

    private static void Begin(StringBuilder calendar, string method)
    {
        CalendarLine.Append(calendar, "BEGIN:VCALENDAR");
        CalendarLine.Append(calendar, "PRODID:-//AssistPortal//AssistPortal//EN");
        CalendarLine.Append(calendar, "VERSION:2.0");
        CalendarLine.Append(calendar, "CALSCALE:GREGORIAN");
        CalendarLine.Append(calendar, $"METHOD:{method}");
    }

    private static void AddEvent(StringBuilder calendar, CalendarEvent entry, string status, string attendee)
    {
        Guard(entry);
        Line("BEGIN:VEVENT");
        Line($"UID:{CalendarLine.Text(entry.Uid)}");
        Line($"DTSTAMP:{Time(entry.Stamp)}");
        Line($"DTSTART:{Time(entry.Start)}");
        Line($"DTEND:{Time(entry.End)}");
        Line(string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{entry.Sequence}"));
        Line($"STATUS:{status}");
        Line("TRANSP:OPAQUE");
        Line($"SUMMARY:{CalendarLine.Text(entry.Summary)}");
        Line($"DESCRIPTION:{CalendarLine.Text(entry.Description)}");
        if (entry.Location is { } location)
        {
            Line($"LOCATION:{CalendarLine.Text(location)}");
        }

        if (entry.Url is { } url)
        {
            Line($"URL:{CalendarLine.Raw(url.AbsoluteUri)}");
        }

        Line($"ORGANIZER;{Person(entry.OrganizerName, entry.OrganizerEmail!)}");
        if (entry.AttendeeEmail is { } email)
        {
            Line($"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;{attendee}{Person(entry.AttendeeName, email)}");
        }

        Line("END:VEVENT");

        void Line(string line) => CalendarLine.Append(calendar, line);
    }

    private static string Person(string? name, string email) =>
        $"CN={CalendarLine.Quoted(string.IsNullOrWhiteSpace(name) ? email : name)}:mailto:{CalendarLine.Raw(email)}";

    private static string Time(Instant instant) => Utc.Format(instant);

    private static void GuardAttendee(CalendarEvent entry)
    {
        if (string.IsNullOrEmpty(entry.AttendeeEmail))
        {
            throw new ArgumentException("A scheduling message names its attendee.", nameof(entry));
        }
    }

    private static void Guard(CalendarEvent entry)
    {
        if (string.IsNullOrEmpty(entry.OrganizerEmail))
        {
            throw new ArgumentException("An entry names its organizer (RFC 5546).", nameof(entry));
        }

        if (entry.Sequence < 0 || entry.End <= entry.Start)
        {
            throw new ArgumentException(
                "An event ends after it starts, and its sequence counts from 0.", nameof(entry));
        }
    }
}
