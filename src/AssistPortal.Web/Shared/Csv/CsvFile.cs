namespace AssistPortal.Web.Shared.Csv;

/// <summary>A comma-separated file that is still to be read.</summary>
/// <param name="Name">How it is saved.</param>
/// <param name="Header">Names of the columns.</param>
/// <param name="Rows">The cells of each row; numbers of the portal's own are written as <see cref="CsvNumber"/>.</param>
internal sealed record CsvFile(string Name, IReadOnlyList<string> Header, IAsyncEnumerable<IReadOnlyList<object?>> Rows)
{
    /// <summary>
    /// Writes it in UTF-8 while its rows are read: there may be more than memory holds. Texts that a spreadsheet would take
    /// for formulas are defused.
    /// </summary>
    public async Task WriteAsync(Stream target, CancellationToken cancellationToken)
    {
        // Spreadsheets tell UTF-8 by the mark.
        await using var csv = CsvHelper.CsvWriter.Create(
            target, new CsvHelper.CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
        await csv.WriteRecordAsync([.. Header], cancellationToken);
        await foreach (var row in Rows.WithCancellation(cancellationToken))
        {
            await csv.WriteRecordAsync(
                [.. row.Select(cell => cell is CsvNumber number ? number.Text : CsvCell.Defuse(cell?.ToString()))], cancellationToken);
        }
    }
}
