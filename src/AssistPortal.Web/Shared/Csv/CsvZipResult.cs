using System.IO.Compression;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace AssistPortal.Web.Shared.Csv;

/// <summary>Several <see cref="CsvFile"/>s in a zip archive, sent while their rows are read.</summary>
/// <param name="fileName">How the browser saves it.</param>
/// <param name="files">One after the other.</param>
internal sealed class CsvZipResult(string fileName, IReadOnlyList<CsvFile> files) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "application/zip";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = fileName }.ToString();
        response.Headers.CacheControl = "no-store";

        var cancellationToken = context.HttpContext.RequestAborted;
        await using var archive = await ZipArchive.CreateAsync(
            response.Body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        foreach (var file in files)
        {
            await using var entry = await archive.CreateEntry(file.Name).OpenAsync(cancellationToken);
            await file.WriteAsync(entry, cancellationToken);
        }
    }
}
