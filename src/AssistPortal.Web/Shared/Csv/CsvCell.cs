using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Web.Shared.Csv;

/// <summary>A cell of a file that people open with a spreadsheet.</summary>
internal static class CsvCell
{
    // The wide ones come from Chinese input methods, and some spreadsheets read them like the others.
    private const string Formula = "=+-@\t\r\n＝＋－＠";

    // Spreadsheets read it as a date and time; what stands between them in ISO 8601 they take for text.
    private static readonly InstantPattern Moment = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    /// <summary>
    /// What stands in the file: texts are defused, moments are UTC, which the column's name says.
    /// </summary>
    public static string TextOf(object? cell) => cell switch
    {
        CsvNumber number => number.Text,
        Instant moment => Moment.Format(moment),
        _ => Defuse(cell?.ToString()),
    };

    /// <summary>
    /// A text that no spreadsheet takes for a formula: an apostrophe stands before it. The library could do that too,
    /// but not so that each text comes back as it was.
    /// </summary>
    public static string Defuse(string? text) => IsFormula(text) ? $"'{text}" : text ?? "";

    /// <summary>The text before <see cref="Defuse"/>.</summary>
    public static string Restore(string text) => text.StartsWith('\'') && IsFormula(text) ? text[1..] : text;

    // Apostrophes that stand before it already count as part of it.
    private static bool IsFormula(string? text) =>
        text.AsSpan().TrimStart('\'') is { Length: > 0 } rest && Formula.Contains(rest[0], StringComparison.Ordinal);
}
