using System.Globalization;
using System.Text;
using AssistPortal.Data;

namespace AssistPortal.Mail.Queue;

/// <summary>Makes any text harmless in a mail header, once, before it is stored.</summary>
internal static class HeaderText
{
    /// <summary>
    /// In UTF-16 units; with the header's name still one line of less than 998 octets when it is ASCII.
    /// </summary>
    public const int MaxLength = 800;

    /// <summary>
    /// Control characters, line breaks and runs of spaces become one space; marks that turn the writing direction
    /// of what follows go; what looks like an encoded word (RFC 2047) no longer does; the rest stays as it is.
    /// Longer text is cut and ends with an ellipsis.
    /// </summary>
    public static string Clean(string text, int maxLength = MaxLength)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsSpace(rune))
            {
                if (clean is [.., not ' '])
                {
                    clean.Append(' ');
                }
            }
            else if (!TypedText.TurnsDirection(rune))
            {
                clean.Append(rune);
            }
        }

        return Cut(clean.Replace("=?", "= ?").ToString().TrimEnd(' '), maxLength);
    }

    private static bool IsSpace(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Cut(string text, int maxLength) =>
        text.Length <= maxLength ? text : TypedText.CutToUnits(text, maxLength - 1) + "…";
}
