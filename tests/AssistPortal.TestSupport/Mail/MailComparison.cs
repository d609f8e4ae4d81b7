using AssistPortal.Mail.Queue;

namespace AssistPortal.TestSupport.Mail;

/// <summary>Compares a mail that came out with the one that was written.</summary>
public static class MailComparison
{
    /// <summary>Each part that is not, octet by octet, what was written.</summary>
    public static IReadOnlyList<string> Differences(OutboxMail written, ReadMail read)
    {
        var calendars = read.Calendars.Where(_ => written.Calendar is not null).Select(calendar => calendar.Content);
        (string Part, string? Expected, string? Actual)[] parts =
        [
            ("Message-ID", written.MessageId, read.Header("Message-ID")),
            ("subject", written.Subject, read.Header("Subject")),
            ("name", written.RecipientName ?? "", read.Mailboxes["to"].Single().Name),
            ("text", written.TextBody, read.Text),
            ("HTML", written.HtmlBody.ReplaceLineEndings("\r\n"), read.Html),
            .. calendars.Select(calendar => ("calendar", written.Calendar, calendar)),
        ];
        return [.. parts.Where(part => part.Expected != part.Actual).Select(part => $"{part.Part}: {part.Actual}")];
    }

    /// <summary>What some server on the way would not take: lines too long or broken, headers beyond ASCII.</summary>
    public static IReadOnlyList<string> Faults(ReadMail read) =>
    [
        .. read.Defects,
        .. read.LongestLine > 998 ? [$"A line of {read.LongestLine} octets."] : Array.Empty<string>(),
        .. read.BareLineBreaks > 0 ? ["A bare line break."] : Array.Empty<string>(),
        .. read.OnlyAsciiHeaders ? Array.Empty<string>() : ["Headers beyond ASCII."],
    ];
}
