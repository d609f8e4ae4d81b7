using System.Text;

namespace AssistPortal.Mail.Templates;

internal static class BodyText
{
    /// <summary>
    /// Text with <c>\n</c> as its line break, without other controls (PostgreSQL refuses NUL) or half characters.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            clean.Append(Rune.IsControl(rune) && rune.Value != '\n' ? new Rune(' ') : rune);
        }

        return clean.ToString().Trim();
    }
}
