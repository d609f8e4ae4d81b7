using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace AssistPortal.Web.Shared.Csv;

/// <summary>A <see cref="CsvFile"/>, sent while its rows are read.</summary>
/// <param name="fileName">How the browser saves it.</param>
/// <param name="header">Names of the columns.</param>
/// <param name="rows">The cells of each row; numbers of the portal's own are written as <see cref="CsvNumber"/>.</param>
internal sealed class CsvResult(
    string fileName, IReadOnlyList<string> header, IAsyncEnumerable<IReadOnlyList<object?>> rows) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = fileName }.ToString();
        response.Headers.CacheControl = "no-store";
        return new CsvFile(fileName, header, rows).WriteAsync(response.Body, context.HttpContext.RequestAborted);
    }
}

/// <summary>A number that the portal itself has written, such as -12.50: its sign is no formula.</summary>
/// <param name="Text">Digits with at most a sign before and a point within.</param>
internal sealed record CsvNumber(string Text);
