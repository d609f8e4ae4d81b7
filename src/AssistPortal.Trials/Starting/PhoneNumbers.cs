using AssistPortal.Data;

namespace AssistPortal.Trials.Starting;

/// <summary>Phone numbers as people type them.</summary>
public static class PhoneNumbers
{
    /// <summary>How many a trial can have.</summary>
    public const int Most = 200;

    // ITU-T E.164: 15 digits with the country code. No country has shorter numbers than seven.
    private const int FewestDigits = 7;
    private const int MostDigits = 15;

    private const string Separators = " -‐‑–.()/\u00a0";

    /// <summary>
    /// A plus sign and digits, country code first; null where it is no such number. 00 at the front is a plus sign.
    /// </summary>
    public static string? Read(string? typed)
    {
        var text = string.Concat(TypedText.HalfWidth(typed ?? "")
            .Trim()
            .Where(sign => !Separators.Contains(sign, StringComparison.Ordinal)));
        var digits =
            text.StartsWith('+') ? text[1..] : text.StartsWith("00", StringComparison.Ordinal) ? text[2..] : "";
        return digits.Length is >= FewestDigits and <= MostDigits && digits[0] != '0' && digits.All(char.IsAsciiDigit)
            ? $"+{digits}"
            : null;
    }
}
