namespace AssistPortal.TestSupport.Mail;

/// <summary>A mail as <c>tests/tools/read_mail.py</c> understands it.</summary>
public sealed record ReadMail
{
    public required IReadOnlyList<ReadHeader> Headers { get; init; }

    /// <summary>The mailboxes of From, To, Reply-To, by the header's name in lower case.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<ReadMailbox>> Mailboxes { get; init; }

    public DateTimeOffset? Date { get; init; }

    public required ReadPart Tree { get; init; }

    public string? Text { get; init; }

    public string? Html { get; init; }

    public required IReadOnlyList<ReadCalendar> Calendars { get; init; }

    /// <summary>What the reader had to put up with.</summary>
    public required IReadOnlyList<string> Defects { get; init; }

    /// <summary>In octets, without the line's end.</summary>
    public int LongestLine { get; init; }

    /// <summary>CR and LF that are not a pair.</summary>
    public int BareLineBreaks { get; init; }

    public bool OnlyAscii { get; init; }

    public bool OnlyAsciiHeaders { get; init; }

    /// <summary>The decoded value of a header that stands there once; null where it is missing.</summary>
    public string? Header(string name) => Headers
        .SingleOrDefault(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase))?.Value;
}

public sealed record ReadHeader(string Name, string Value);

public sealed record ReadMailbox(string Name, string Address);

public sealed record ReadPart
{
    public required string Type { get; init; }

    public string? FileName { get; init; }

    public string? Disposition { get; init; }

    public string? Charset { get; init; }

    public string? Encoding { get; init; }

    public required IReadOnlyList<ReadPart> Parts { get; init; }
}
