using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace AssistPortal.Web.Shared.Csv;

/// <summary>
/// A comma-separated file in UTF-8, sent while its rows are read: there may be more than memory holds. Texts that a
/// spreadsheet would take for formulas are defused.
/// </summary>
/// <param name="fileName">How the browser saves it.</param>
/// <param name="header">Names of the columns.</param>
/// <param name="rows">
/// The cells of each row; numbers of the portal's own are written as <see cref="CsvNumber"/>.
/// </param>
internal sealed class CsvResult(
    string fileName, IReadOnlyList<string> header, IAsyncEnumerable<IReadOnlyList<object?>> rows) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = fileName,
        }.ToString();
        response.Headers.CacheControl = "no-store";
        return WriteAsync(response.Body, new CsvFile(fileName, header, rows), context.HttpContext.RequestAborted);
    }

    /// <summary>Writes a file while its rows are read.</summary>
    public static async Task WriteAsync(Stream target, CsvFile file, CancellationToken cancellationToken)
    {
        // Spreadsheets tell UTF-8 by the mark.
        await using var csv = CsvWriter.Create(
            target, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
        await csv.WriteRecordAsync([.. file.Header], cancellationToken);
        await foreach (var row in file.Rows.WithCancellation(cancellationToken))
        {
            await csv.WriteRecordAsync(
                [.. row.Select(CsvCell.TextOf)],
                cancellationToken);
        }
    }
}

/// <summary>A number that the portal itself has written, such as -12.50: its sign is no formula.</summary>
/// <param name="Text">Digits with at most a sign before and a point within.</param>
internal sealed record CsvNumber(string Text);
