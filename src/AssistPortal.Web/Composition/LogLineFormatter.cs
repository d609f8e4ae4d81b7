using System.Globalization;
using System.Text;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace AssistPortal.Web.Composition;

/// <summary>
/// One line of plain text per event, for consoles and files; the lines of an exception follow it, indented. Whatever a
/// text holds, it begins no line and steers no terminal: characters that nobody sees are written as <c>\u001b</c>.
/// </summary>
public sealed class LogLineFormatter : ITextFormatter
{
    private const string Indent = "    ";

    private static readonly MessageTemplateTextFormatter Line =
        new("{Timestamp:HH:mm:ss} {Level:u3} {Message:lj} {TraceId}", CultureInfo.InvariantCulture);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var line = new StringWriter(CultureInfo.InvariantCulture);
        Line.Format(logEvent, line);
        output.WriteLine(Visible(line.ToString()));
        foreach (var part in logEvent.Exception?.ToString().ReplaceLineEndings("\n").Split('\n') ?? [])
        {
            output.WriteLine(Indent + Visible(part));
        }
    }

    /// <summary>The text on one line, with what nobody sees of it written as <c>\u001b</c>.</summary>
    internal static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = IsSeen(rune)
                ? visible.Append(rune)
                : visible.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
        }

        return visible.ToString();
    }

    private static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
