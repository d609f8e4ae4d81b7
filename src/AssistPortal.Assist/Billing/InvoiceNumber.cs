using System.Globalization;
using AssistPortal.Data;

namespace AssistPortal.Assist.Billing;

/// <summary>A number that an invoice has: counted from 1 in each year.</summary>
public sealed record InvoiceNumber(int Year, int Sequence)
{
    private const int YearDigits = 4;
    private const int LeastDigits = 6;
    private const int MostDigits = 9;

    // Hyphen, its look-alikes and the dashes that people and word processors put in its place.
    private const string Dashes = "-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30fc";

    /// <summary>As people read it, such as 2026-000123.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Sequence:000000}");

    /// <summary>
    /// Reads a number that a person typed, with any dash or a space between year and count, where zeros may be missing;
    /// or with nothing between, where none may. Null where it is none.
    /// </summary>
    public static InvoiceNumber? Read(string? text)
    {
        var typed = TypedText.HalfWidth(text ?? "").Trim();
        if (typed.Length <= YearDigits)
        {
            return null;
        }

        var rest = typed[YearDigits..];
        var sequence = rest.TrimStart([.. Dashes, ' ']);
        var isParted = sequence.Length < rest.Length;
        return sequence.Length <= MostDigits
            && (isParted || sequence.Length >= LeastDigits)
            && int.TryParse(typed[..YearDigits], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && int.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new InvoiceNumber(year, count)
            : null;
    }
}
