using NodaTime;

namespace AssistPortal.Mail.Calendars;

/// <summary>One entry in somebody's calendar. Texts may hold anything; the writer makes them safe.</summary>
public sealed record CalendarEvent
{
    /// <summary>Stays the same for the thing that the entry stands for, such as one session of an order.</summary>
    public required string Uid { get; init; }

    /// <summary>
    /// 0 at first, raised with each change of time and with the cancellation, or clients ignore them.
    /// </summary>
    public required int Sequence { get; init; }

    public required Instant Start { get; init; }

    /// <summary>Exclusive, after <see cref="Start"/>.</summary>
    public required Instant End { get; init; }

    public required string Summary { get; init; }

    public required string Description { get; init; }

    public string? Location { get; init; }

    public Uri? Url { get; init; }

    /// <summary>
    /// The address that mails come from. In a mail the outbox fills in this and the following, and the stamp.
    /// </summary>
    public string? OrganizerEmail { get; init; }

    public string? OrganizerName { get; init; }

    /// <summary>The mail's recipient.</summary>
    public string? AttendeeEmail { get; init; }

    public string? AttendeeName { get; init; }

    /// <summary>When this state of the entry was written down.</summary>
    public Instant Stamp { get; init; }
}

/// <summary>What a calendar part asks of the recipient's calendar (RFC 5546).</summary>
public enum CalendarMethod
{
    /// <summary>Take the entry in, or change the one with its UID.</summary>
    Request,

    /// <summary>Take the entry with its UID out.</summary>
    Cancel,
}

/// <summary>The calendar part of a mail.</summary>
public sealed record CalendarInvitation(CalendarMethod Method, CalendarEvent Event);
