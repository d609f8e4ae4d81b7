using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Mail.Calendars;

/// <summary>Writes iCalendar objects of one event (RFC 5545, RFC 5546); times are UTC, lines end with CRLF.</summary>
public static class CalendarWriter
{
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("yyyyMMdd'T'HHmmss'Z'");

    /// <summary>A new entry or a change of one.</summary>
    /// <exception cref="ArgumentException">
    /// Organizer or attendee is missing, the sequence is negative, or the end is not after the start.
    /// </exception>
    public static string Request(CalendarEvent calendarEvent)
    {
        GuardPeople(calendarEvent);
        return Write(calendarEvent, "REQUEST", "CONFIRMED", "PARTSTAT=NEEDS-ACTION;RSVP=TRUE;");
    }

    /// <summary>The end of an entry.</summary>
    /// <exception cref="ArgumentException">
    /// As with <see cref="Request"/>, or the sequence is 0: it has to be raised over the request's.
    /// </exception>
    public static string Cancel(CalendarEvent calendarEvent)
    {
        GuardPeople(calendarEvent);
        if (calendarEvent.Sequence < 1)
        {
            throw new ArgumentException("A cancellation raises the sequence.", nameof(calendarEvent));
        }

        return Write(calendarEvent, "CANCEL", "CANCELLED", attendee: "");
    }

    /// <summary>A file to download: nobody is invited, so an attendee is left out.</summary>
    /// <exception cref="ArgumentException">The sequence is negative, or the end is not after the start.</exception>
    public static string Publish(CalendarEvent calendarEvent) =>
        Write(calendarEvent with { AttendeeEmail = null }, "PUBLISH", "CONFIRMED", attendee: "");

    /// <summary>The object for a mail, as <see cref="Request"/> or <see cref="Cancel"/> write it.</summary>
    internal static string Write(CalendarInvitation invitation) => invitation.Method switch
    {
        CalendarMethod.Request => Request(invitation.Event),
        CalendarMethod.Cancel => Cancel(invitation.Event),
        _ => throw new ArgumentOutOfRangeException(nameof(invitation), invitation.Method, "Unknown method."),
    };

    private static string Write(CalendarEvent entry, string method, string status, string attendee)
    {
        GuardTimes(entry);
        var calendar = new StringBuilder();
        Line("BEGIN:VCALENDAR");
        Line("PRODID:-//AssistPortal//AssistPortal//EN");
        Line("VERSION:2.0");
        Line("CALSCALE:GREGORIAN");
        Line($"METHOD:{method}");
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

        if (entry.OrganizerEmail is { } organizer)
        {
            Line($"ORGANIZER;{Person(entry.OrganizerName, organizer)}");
        }

        if (entry.AttendeeEmail is { } email)
        {
            Line($"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;{attendee}{Person(entry.AttendeeName, email)}");
        }

        Line("END:VEVENT");
        Line("END:VCALENDAR");
        return calendar.ToString();

        void Line(string line) => CalendarLine.Append(calendar, line);
    }

    private static string Person(string? name, string email) =>
        $"CN={CalendarLine.Quoted(string.IsNullOrWhiteSpace(name) ? email : name)}:mailto:{CalendarLine.Raw(email)}";

    private static string Time(Instant instant) => Utc.Format(instant);

    private static void GuardPeople(CalendarEvent entry)
    {
        if (string.IsNullOrEmpty(entry.OrganizerEmail) || string.IsNullOrEmpty(entry.AttendeeEmail))
        {
            throw new ArgumentException("A scheduling message names organizer and attendee.", nameof(entry));
        }
    }

    private static void GuardTimes(CalendarEvent entry)
    {
        if (entry.Sequence < 0 || entry.End <= entry.Start)
        {
            throw new ArgumentException("An event ends after it starts, and its sequence counts from 0.", nameof(entry));
        }
    }
}
