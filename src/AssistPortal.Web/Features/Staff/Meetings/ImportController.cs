using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Meetings;

/// <summary>The import of meetings from a file.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/meetings/import")]
public sealed class ImportController(MeetingImport import, IStringLocalizer<MeetingsTexts> texts) : Controller
{
    [HttpGet("")]
    public IActionResult Form() => View("Import", new ImportPage([]));

    [HttpPost("")]
    [RequestSizeLimit(FormLimits.MostUploadBytes)]
    public async Task<IActionResult> Import(CancellationToken cancellationToken)
    {
        var form = Request.HasFormContentType ? await Request.ReadFormAsync(cancellationToken) : null;
        var file = form?.Files.GetFile(nameof(ImportInput.File));
        if (file is not { Length: > 0 and <= FormLimits.MostFileBytes })
        {
            return this.Refused(
                "Import",
                new ImportPage([]),
                nameof(ImportInput.File),
                texts[file is { Length: > FormLimits.MostFileBytes } ? "File.TooLarge" : "File.Missing"]);
        }

        await using var content = file.OpenReadStream();
        var (count, problems) = await import.ImportAsync(content, User.UserId(), cancellationToken);
        if (count is not null)
        {
            return this.Saved(MeetingListPage.Path, texts["Notice.Imported", count.Added, count.Changed, count.Same]);
        }

        // A problem of the file as a whole stands at the field itself.
        var whole = problems.FirstOrDefault(problem => problem.Row is null);
        return this.Refused(
            "Import",
            new ImportPage([.. problems.Where(problem => problem.Row is not null)]),
            nameof(ImportInput.File),
            whole?.Text ?? texts["File.Errors"]);
    }
}
