using AssistPortal.Assist.Jobs;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Jobs;

/// <summary>What is done to several orders: how far it is, and what became of each.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/jobs")]
public sealed class JobsController(
    OrderJobs jobs, JobPages pages, IStringLocalizer<StaffJobTexts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List(CancellationToken cancellationToken) =>
        View("List", await pages.ListAsync(User, cancellationToken));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(
        Guid id, [FromQuery] JobLinesInput lines, CancellationToken cancellationToken) =>
        await jobs.FindAsync(id, User.UserId(), cancellationToken) switch
        {
            null => NotFound(),
            { BegunAt: null, ForecastAt: null } => LocalRedirect($"/staff/jobs/{id}/act"),
            { BegunAt: null } => LocalRedirect($"/staff/jobs/{id}/forecast"),
            { } job => View(
                "Job",
                await pages.OfAsync(job, lines, HttpContext, cancellationToken) with
                {
                    Notice = TempData["Notice"] as string,
                }),
        };

    /// <summary>Leaves what is not begun.</summary>
    [HttpPost("{id:guid}/stop")]
    public async Task<IActionResult> Stop(Guid id, CancellationToken cancellationToken) =>
        await jobs.StopAsync(id, User.UserId(), cancellationToken) == JobOutcome.Done
            ? this.Saved($"/staff/jobs/{id}", texts["Stop.Done"])
            : NotFound();
}
