using AssistPortal.Data.Accounts;
using AssistPortal.Trials;
using AssistPortal.Web.Shared.Csv;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.MyTrial.Usage;

/// <summary>How much the services were used, as charts, table and file.</summary>
[Authorize(Roles = TrialRoles.CustomerAdministrator)]
[Route("my-trial")]
public sealed class UsageController(UsagePages pages, IStringLocalizer<MyTrialTexts> texts) : Controller
{
    [HttpGet("usage")]
    public async Task<IActionResult> Show(CancellationToken cancellationToken) =>
        await pages.ReadAsync(User.UserId(), cancellationToken) is { } page ? View("Usage", page) : NotFound();

    [HttpGet("usage.csv")]
    public async Task<IActionResult> Download(CancellationToken cancellationToken) =>
        await pages.ReadAsync(User.UserId(), cancellationToken) is { } page
            ? new CsvResult(
                "usage.csv",
                [texts["Csv.Day"].Value, texts["Csv.Service"].Value, texts["Csv.Count"].Value],
                pages.RowsAsync(page.Trial.OrganisationId, cancellationToken))
            : NotFound();
}
