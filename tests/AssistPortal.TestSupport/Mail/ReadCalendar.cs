namespace AssistPortal.TestSupport.Mail;

/// <summary>A calendar part or file as Debian's python3-icalendar understands it.</summary>
public sealed record ReadCalendar
{
    /// <summary>The <c>method</c> parameter of the part's type; null for attachments and files.</summary>
    public string? PartMethod { get; init; }

    public string? Method { get; init; }

    public string? Version { get; init; }

    public string? ProductId { get; init; }

    public int Events { get; init; }

    public int Alarms { get; init; }

    public string? Uid { get; init; }

    public int? Sequence { get; init; }

    public DateTimeOffset? Stamp { get; init; }

    public DateTimeOffset? Start { get; init; }

    public DateTimeOffset? End { get; init; }

    public string? Status { get; init; }

    public string? Summary { get; init; }

    public string? Description { get; init; }

    public string? Location { get; init; }

    public string? Url { get; init; }

    public ReadPerson? Organizer { get; init; }

    public required IReadOnlyList<ReadPerson> Attendees { get; init; }

    /// <summary>In octets, without the line's end.</summary>
    public int LongestLine { get; init; }

    /// <summary>As it stands there, undone of the part's encoding.</summary>
    public string? Content { get; init; }

    /// <summary>CR and LF that are not a pair.</summary>
    public int BareLineBreaks { get; init; }
}

public sealed record ReadPerson(string Address, string? Name, string? Partstat);
