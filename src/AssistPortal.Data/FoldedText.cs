using System.Text;

namespace AssistPortal.Data;

/// <summary>
/// How texts are searched, in every list: neither case, width nor accents count, nor the kind of apostrophe or hyphen.
/// What is searched is folded when it is stored, what is typed when it is looked for.
/// </summary>
public static class FoldedText
{
    private const string SignsOfPhones = "+-()./#X";
    private const string TrunkZero = "(0)";

    // Fewer digits are as likely a day or a year, and a zero before them as meant.
    private const int FewestOfPhone = 7;

    // Two digits stand in almost every number, and X1 is rather a name than an extension.
    private const int FewestOfPart = 3;

    public static string Of(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.ToUpperInvariant();
        }

        // Syllables of Hangul fall apart with the accents: they are put together again.
        var alike = string.Concat(TypedText.Visible(text).Select(Alike));
        return TypedText.HalfWidth(TypedText.WithoutAccents(TypedText.HalfWidth(alike))).ToUpperInvariant();
    }

    /// <summary>Several texts as one that is stored to be searched.</summary>
    /// <param name="units">For how many UTF-16 units there is room: what grows by folding may be cut.</param>
    /// <param name="texts">Each by itself: together they may be longer than what is folded.</param>
    public static string Of(int units, params IEnumerable<string> texts) =>
        TypedText.CutToUnits(string.Join(' ', texts.Select(Of).Where(text => text.Length > 0)), units);

    /// <summary>The digits of a phone number, as they are stored to be searched: <c>+1 (212)</c> is 1212.</summary>
    public static string DigitsOf(string phone) => string.Concat(
        Of(phone).Replace(TrunkZero, "", StringComparison.Ordinal).Where(char.IsAsciiDigit));

    /// <summary>The different words of what was typed.</summary>
    /// <param name="typed">As it was typed.</param>
    /// <param name="most">How many words at most.</param>
    public static IReadOnlyList<FoldedWord> WordsOf(string typed, int most = 10)
    {
        string[] words = Of(string.Concat(typed.Select(sign => char.IsControl(sign) ? ' ' : sign)))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var whole = words.Length > 1 ? PhoneOf(string.Concat(words)) : null;
        if (whole?.Length >= FewestOfPhone)
        {
            // Written with spaces, a number is several words; by two digits each no index finds anything.
            return Array.Exists(words, word => word.Length > 2)
                ? [.. words.Distinct(StringComparer.Ordinal).Take(most).Select(word => new FoldedWord(word, whole))]
                : [new FoldedWord(whole, whole)];
        }

        return
        [
            .. words.Distinct(StringComparer.Ordinal)
                .Take(most)
                .Select(word => new FoldedWord(word, PhoneOf(word) ?? word)),
        ];
    }

    /// <summary>The digits of what can be a phone number or a part of one; null where it can't.</summary>
    private static string? PhoneOf(string word)
    {
        if (word.StartsWith('X')
            || !word.All(sign => char.IsAsciiDigit(sign) || SignsOfPhones.Contains(sign, StringComparison.Ordinal)))
        {
            return null;
        }

        var digits = DigitsOf(word);
        var withoutZeros = digits.TrimStart('0');
        return withoutZeros.Length >= FewestOfPhone ? withoutZeros : digits.Length >= FewestOfPart ? digits : null;
    }

    private static string Alike(char sign) => sign switch
    {
        '‘' or '’' or 'ʼ' or '´' or '′' or '＇' => "'",
        '‐' or '‑' or '‒' or '–' or '—' or '−' => "-",
        'ß' or 'ẞ' => "ss",
        'Ø' or 'ø' => "o",
        'Æ' or 'æ' => "ae",
        'Œ' or 'œ' => "oe",
        'Ł' or 'ł' => "l",
        'Đ' or 'đ' => "d",
        'ı' => "i",
        _ => sign.ToString(),
    };
}
