namespace AssistPortal.Trials.Devices;

/// <summary>
/// Demo loan numbers as people type them: in either case, in full width, with blanks and dashes of any kind. They start
/// with D, and up to 29 letters, digits and hyphens follow.
/// </summary>
public static class LoanNumber
{
    private const string Dashes = "‐‑‒–—―−";

    /// <summary>The number as it is kept and compared; what was typed, tidied up, where it is none.</summary>
    public static string Of(string? typed) => string.Concat(
        Data.TypedText.HalfWidth(typed ?? "")
            .Where(sign => !char.IsWhiteSpace(sign))
            .Select(sign => Dashes.Contains(sign, StringComparison.Ordinal) ? '-' : char.ToUpperInvariant(sign)));

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public static LoanNumberFault? FaultOf(string? typed) => Of(typed) switch
    {
        "" => LoanNumberFault.Missing,
        ['D', .. var rest] =>
            rest.Length is > 0 and < Shipment.LoanNumberLength && rest.All(IsPart) ? null : LoanNumberFault.Malformed,
        _ => LoanNumberFault.WithoutD,
    };

    private static bool IsPart(char sign) => char.IsAsciiLetterUpper(sign) || char.IsAsciiDigit(sign) || sign == '-';
}

/// <summary>Why something is no demo loan number.</summary>
public enum LoanNumberFault
{
    Missing,
    WithoutD,
    Malformed,
}
