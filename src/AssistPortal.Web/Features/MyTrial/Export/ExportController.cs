using AssistPortal.Data.Accounts;
using AssistPortal.Trials;
using AssistPortal.Web.Shared.Csv;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.MyTrial.Export;

/// <summary>What an organisation has, to be kept elsewhere: at any time until grace is over.</summary>
[Authorize(Roles = TrialRoles.CustomerAdministrator)]
[Route("my-trial")]
public sealed class ExportController(MyTrialPages pages, ExportFiles files) : Controller
{
    [HttpGet("export")]
    public async Task<IActionResult> Show(CancellationToken cancellationToken) =>
        await pages.ReadAsync(User.UserId(), cancellationToken) is { } page ? View("Export", page) : NotFound();

    [HttpGet("export.zip")]
    public async Task<IActionResult> Download(CancellationToken cancellationToken) =>
        await pages.ReadAsync(User.UserId(), cancellationToken) is { } page
            ? new CsvZipResult("organisation.zip", files.Of(page, cancellationToken))
            : NotFound();
}
