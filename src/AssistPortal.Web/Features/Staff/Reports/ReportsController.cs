using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Staff.Reports;

/// <summary>Orders, hours, revenue and cancellations by month and package.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/reports")]
public sealed class ReportsController(ReportReader reader, ReportCsv csv, IValidator<ReportInput> validator)
    : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show([FromQuery] ReportInput input, CancellationToken cancellationToken) =>
        this.Accepts(await validator.ValidateAsync(input, cancellationToken))
            ? View("Reports", await reader.ReadAsync(input, cancellationToken))
            : this.FormAgain("Reports", await reader.WithoutFiguresAsync(input, cancellationToken));

    /// <summary>The same figures as a file: a row for each month and package.</summary>
    [HttpGet("export")]
    public async Task<IActionResult> Export([FromQuery] ReportInput input, CancellationToken cancellationToken) =>
        (await validator.ValidateAsync(input, cancellationToken)).IsValid
            ? csv.Write(await reader.ReadAsync(input, cancellationToken))
            : BadRequest();
}
