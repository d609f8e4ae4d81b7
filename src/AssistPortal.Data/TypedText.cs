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

    /// <summary>For how many UTF-16 units there is room where so many characters may be typed.</summary>
    public static int Units(int characters) => 4 * characters;

    /// <summary>
    /// How many characters, as people see them, have to go from the text's end before it fits; 0 where it does. It may
    /// have that many, and take four times as many UTF-16 units.
    /// </summary>
    public static int Excess(string text, int characters)
    {
        var end = EndOf(text, characters, Units(characters));
        return end == text.Length ? 0 : Characters(text[end..]);
    }

    /// <summary>The text, or so many whole characters of its beginning that there is no <see cref="Excess"/>.</summary>
    public static string Cut(string text, int characters) => text[..EndOf(text, characters, Units(characters))];

    /// <summary>
    /// The text, or so many whole characters of its beginning as take at most so many UTF-16 units; part of the first
    /// one where that alone takes more.
    /// </summary>
    public static string CutToUnits(string text, int units)
    {
        var end = EndOf(text, units, units);
        return end > 0 || text.Length <= units
            ? text[..end]
            : text[..(char.IsHighSurrogate(text[units - 1]) ? units - 1 : units)];
    }

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

    private static int EndOf(string text, int characters, int units)
    {
        var end = 0;
        for (var count = 0; end < text.Length && count < characters; count++)
        {
            var next = end + StringInfo.GetNextTextElementLength(text.AsSpan(end));
            if (next > units)
            {
                break;
            }

            end = next;
        }

        return end;
    }

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
