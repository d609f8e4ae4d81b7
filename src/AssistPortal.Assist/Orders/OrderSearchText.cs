using AssistPortal.Data;

namespace AssistPortal.Assist.Orders;

/// <summary>By which words orders are found: number, name, e-mail, company and topic, in one text.</summary>
internal static class OrderSearchText
{
    internal static readonly int Length = RequestNumber.Length + ContactDetails.EmailLength + 5 + TypedText.Units(
        (2 * ContactDetails.NameLength) + ContactDetails.CompanyLength + EventDetails.TopicLength);

    /// <summary>Text that grows by folding, as some ligatures do, may be cut at its end.</summary>
    public static string Of(RequestNumber number, ContactDetails contact, string topic)
    {
        // Each by itself: together they may be longer than what is folded.
        string[] parts =
            [number.Compact, contact.FirstName, contact.LastName, contact.Email, contact.Company, topic];
        return TypedText.CutToUnits(string.Join(' ', parts.Select(Fold)), Length);
    }

    /// <summary>The different words of a text, as they stand in the search text.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="most">How many words at most.</param>
    public static IReadOnlyList<string> WordsOf(string text, int most) =>
    [
        .. Fold(string.Concat(text.Select(sign => char.IsControl(sign) ? ' ' : sign)))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal)
            .Take(most),
    ];

    /// <summary>A text in which neither case, width nor accents count, nor the kind of apostrophe or hyphen.</summary>
    public static string Fold(string text)
    {
        // Syllables of Hangul fall apart with the accents: they are put together again.
        var alike = string.Concat(text.Select(Alike));
        return TypedText.HalfWidth(TypedText.WithoutAccents(TypedText.HalfWidth(alike))).ToUpperInvariant();
    }

    private static string Alike(char sign) => sign switch
    {
        '‘' or '’' or 'ʼ' or '´' or '′' => "'",
        '‐' or '‑' or '‒' or '–' or '—' or '−' => "-",
        'ß' or 'ẞ' => "ss",
        _ => sign.ToString(),
    };
}
