using System.IO.Compression;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace AssistPortal.Web.Shared.Csv;

/// <summary>Several <see cref="CsvFile"/>s in a zip archive, sent while their rows are read.</summary>
/// <param name="fileName">How the browser saves it.</param>
/// <param name="files">One after the other.</param>
internal sealed class CsvZipResult(string fileName, IReadOnlyList<CsvFile> files) : IActionResult
{
    private const int BufferSize = 64 * 1024;

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "application/zip";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = fileName,
        }.ToString();
        response.Headers.CacheControl = "no-store";

        // What ends an entry is written at once, not asynchronously: it is little, and waits here for the next flush.
        var buffered = new BufferedStream(response.Body, BufferSize);
        await WriteAsync(buffered, context.HttpContext.RequestAborted);
        await buffered.FlushAsync(context.HttpContext.RequestAborted);
    }

    private async Task WriteAsync(Stream target, CancellationToken cancellationToken)
    {
        await using var archive = await ZipArchive.CreateAsync(
            target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        foreach (var file in files)
        {
            await using var entry = await archive.CreateEntry(file.Name).OpenAsync(cancellationToken);
            await CsvResult.WriteAsync(entry, file, cancellationToken);
            await entry.FlushAsync(cancellationToken);
            await target.FlushAsync(cancellationToken);
        }
    }
}
