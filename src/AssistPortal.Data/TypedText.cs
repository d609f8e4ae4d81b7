using System.Globalization;
using System.Text;

namespace AssistPortal.Data;

/// <summary>What people type, made comparable.</summary>
public static class TypedText
{
    // Normalizing takes the square of the number of combining marks; no code, number or address is as long.
    private const int Longest = 1000;

    /// <summary>Without signs that nobody sees, such as U+200B, which come along when text is pasted.</summary>
    public static string Visible(string text) => Ascii.IsValid(text)
        ? text
        : string.Concat(text.Where(sign => char.GetUnicodeCategory(sign) != UnicodeCategory.Format));

    /// <summary>Whether the text shows anything at all.</summary>
    public static bool IsSeen(string text) => text.EnumerateRunes().Any(sign =>
        !Rune.IsWhiteSpace(sign) && !Rune.IsControl(sign) && Rune.GetUnicodeCategory(sign) != UnicodeCategory.Format);

    /// <summary>How many characters people see in it: an emoji is one, whatever it is made of.</summary>
    public static int Characters(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>Signs that turn the direction of writing for what follows them, in other words too.</summary>
    public static bool TurnsDirection(Rune sign) =>
        sign.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    /// <summary>
    /// Full-width letters, digits and signs as the usual ones (Unicode's form KC). Text that is no valid Unicode, such
    /// as half of a surrogate pair, stays as it is, and so does what is longer than 1,000 characters.
    /// </summary>
    public static string HalfWidth(string text) => Normalized(text, NormalizationForm.FormKC);

    /// <summary>Letters without the marks upon and below them: Sao for São. The same limits hold.</summary>
    public static string WithoutAccents(string text) => Ascii.IsValid(text)
        ? text
        : string.Concat(Normalized(text, NormalizationForm.FormD)
            .Where(sign => char.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark));

    private static string Normalized(string text, NormalizationForm form)
    {
        if (text.Length > Longest)
        {
            return text;
        }

        try
        {
            return text.Normalize(form);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
