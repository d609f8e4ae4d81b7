using System.Text;

namespace AssistPortal.Mail.Calendars;

/// <summary>Content lines of iCalendar: escaping of values and folding (RFC 5545, 3.1 and 3.3.11).</summary>
internal static class CalendarLine
{
    /// <summary>Octets of UTF-8 in one line, without its end.</summary>
    public const int MaxOctets = 75;

    private const string Beginning = "BEGIN:VCALENDAR\r\n";

    /// <summary>A value of type TEXT.</summary>
    public static string Text(string value) => Printable(value, keepLineBreaks: true)
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>
    /// A quoted parameter value. It can't hold a double quote, and RFC 6868's escape is little known.
    /// </summary>
    public static string Quoted(string value) =>
        $"\"{Printable(value, keepLineBreaks: false).Replace('"', '\'')}\"";

    /// <summary>A value that is written as it is, such as a URI.</summary>
    public static string Raw(string value) => Printable(value, keepLineBreaks: false);

    /// <summary>Appends the line, folded so that no character is split, with its end.</summary>
    public static void Append(StringBuilder calendar, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                calendar.Append("\r\n ");
                octets = 1;
            }

            calendar.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        calendar.Append("\r\n");
    }

    /// <summary>The objects that stand in a text one after the other (RFC 5545, 3.4).</summary>
    public static IReadOnlyList<string> ObjectsOf(string calendars) =>
        [.. calendars.Split(Beginning, StringSplitOptions.RemoveEmptyEntries).Select(rest => Beginning + rest)];

    /// <summary>
    /// The UID of the first entry of an object that <see cref="CalendarWriter"/> has written, as it stands there.
    /// </summary>
    public static string UidOf(string calendar) => ValueOf(calendar, "UID");

    /// <summary>The first value of that name in such an object, as it stands there.</summary>
    public static string ValueOf(string calendar, string name) => calendar
        .Replace("\r\n ", "", StringComparison.Ordinal)
        .Split("\r\n")
        .First(line => line.StartsWith($"{name}:", StringComparison.Ordinal))[(name.Length + 1)..];

    private static string Printable(string value, bool keepLineBreaks)
    {
        var text = new StringBuilder(value.Length);
        foreach (var rune in value.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (keepLineBreaks && rune.Value is '\n')
            {
                text.Append(rune);
            }
            else
            {
                text.Append(Rune.IsControl(rune) ? new Rune(' ') : rune);
            }
        }

        return text.ToString();
    }
}
