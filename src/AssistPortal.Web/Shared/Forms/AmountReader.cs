using System.Globalization;
using System.Text.RegularExpressions;
using AssistPortal.Data;

namespace AssistPortal.Web.Shared.Forms;

/// <summary>
/// Amounts as people type them, in major units with a point before the decimals: <c>1,250.50</c>, <c>1250.5</c>,
/// <c>USD 1250</c>, with full-width signs too. Whole numbers all along: nothing is ever rounded.
/// </summary>
public static partial class AmountReader
{
    /// <summary>The largest amount that is read, in minor units.</summary>
    public const long Most = 999_999_999_999;

    /// <summary>Reads an amount of a currency.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="currency">ISO 4217 code: it says how many decimals there may be.</param>
    public static AmountReading Read(string? typed, string currency)
    {
        var text = WithoutCode(Tolerant.Code(typed), currency);
        if (text.Length == 0)
        {
            return new AmountReading(null, AmountFault.Empty);
        }

        if (Amount().Match(text) is not { Success: true } match)
        {
            return new AmountReading(null, AmountFault.Unreadable);
        }

        var (whole, decimals) =
            (match.Groups["whole"].Value.Replace(",", "", StringComparison.Ordinal), match.Groups["decimals"].Value);
        var digits = Money.MinorDigits(currency);
        if (decimals.Length > digits)
        {
            return new AmountReading(null, AmountFault.TooManyDecimals);
        }

        return long.TryParse(
            whole + decimals.PadRight(digits, '0'), NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            && minor <= Most
                ? new AmountReading(minor, null)
                : new AmountReading(null, AmountFault.TooLarge);
    }

    /// <summary>An amount as it stands in a field, with all decimals of its currency: <c>1250.50</c>.</summary>
    public static string Write(long minor, string currency)
    {
        var digits = Money.MinorDigits(currency);
        var (whole, rest) = Math.DivRem(minor, Money.MinorUnits(currency));
        return digits == 0
            ? whole.ToString(CultureInfo.InvariantCulture)
            : $"{whole.ToString(CultureInfo.InvariantCulture)}."
                + $"{rest.ToString($"D{digits}", CultureInfo.InvariantCulture)}";
    }

    private static string WithoutCode(string text, string currency)
    {
        var rest = text.StartsWith(currency, StringComparison.OrdinalIgnoreCase) ? text[currency.Length..]
            : text.EndsWith(currency, StringComparison.OrdinalIgnoreCase) ? text[..^currency.Length]
            : text;
        return rest.Trim();
    }

    // A comma stands before three digits or not at all: 1,5 is no amount.
    [GeneratedRegex(
        @"\A(?<whole>[0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.(?<decimals>[0-9]+))?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Amount();
}

/// <summary>What was read: whole minor units, or what is wrong.</summary>
public sealed record AmountReading(long? Minor, AmountFault? Fault);

/// <summary>Why no amount could be read.</summary>
public enum AmountFault
{
    Empty,
    Unreadable,

    /// <summary>More decimals than the currency has.</summary>
    TooManyDecimals,
    TooLarge,
}
