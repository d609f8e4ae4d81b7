using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace AssistPortal.Web.Features.Staff.Meetings;

/// <summary>Meetings as a file, written while they are read: there may be more than memory holds.</summary>
internal sealed class MeetingCsvResult(string fileName, IAsyncEnumerable<FoundMeeting> meetings) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = fileName }.ToString();
        response.Headers.CacheControl = "no-store";

        // Spreadsheets tell UTF-8 by the mark.
        var cancellationToken = context.HttpContext.RequestAborted;
        await using var csv = CsvWriter.Create(response.Body, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
        await csv.WriteRecordAsync([.. MeetingCsv.Columns.Select(column => column.Name)], cancellationToken);
        await foreach (var found in meetings.WithCancellation(cancellationToken))
        {
            var input = MeetingInput.From(found.Session);
            input.SiteId = found.Site.HostName;
            await csv.WriteRecordAsync(
                [.. MeetingCsv.Columns.Select(column => MeetingCsv.Defuse(column.Get(input)))], cancellationToken);
        }
    }
}
