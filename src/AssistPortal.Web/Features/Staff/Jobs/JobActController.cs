using AssistPortal.Assist.Jobs;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Staff.Orders.List;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Jobs;

/// <summary>How something is to be done to several orders, and what would become of each.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/jobs/{id:guid}")]
public sealed class JobActController(
    OrderJobs jobs,
    JobForms forms,
    JobPages pages,
    OrderListPlace place,
    IValidator<JobActInput> validator,
    IStringLocalizer<StaffJobTexts> texts) : Controller
{
    [HttpGet("act")]
    public async Task<IActionResult> Ask(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) switch
        {
            null => NotFound(),
            { BegunAt: not null } => LocalRedirect(PathOf(id)),
            { } job => View("Act", await PageAsync(job, JobForms.InputOf(job), cancellationToken)),
        };

    [HttpPost("act")]
    public async Task<IActionResult> Foresee(Guid id, JobActInput input, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } job)
        {
            return NotFound();
        }

        input.Act = job.Act;
        var page = await PageAsync(job, input, cancellationToken);
        if (!this.Accepts(validator.Validate(input)))
        {
            return this.FormAgain("Act", page);
        }

        if (JobForms.Read(page) is not { } terms)
        {
            return job.Act == OrderJobAct.Owner
                ? this.Refused("Act", page, nameof(input.Owner), texts["Owner.Error"])
                : this.Refused("Act", page, nameof(input.ProducerId), texts["Producer.Error"]);
        }

        return await jobs.ForeseeAsync(id, terms, User.UserId(), cancellationToken) == JobOutcome.Done
            ? LocalRedirect($"{PathOf(id)}/forecast")
            : LocalRedirect(PathOf(id));
    }

    [HttpGet("forecast")]
    public async Task<IActionResult> Forecast(
        Guid id, [FromQuery] JobLinesInput lines, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) switch
        {
            null => NotFound(),
            { BegunAt: not null } => LocalRedirect(PathOf(id)),
            { ForecastAt: null } => LocalRedirect($"{PathOf(id)}/act"),
            { } job => View("Forecast", await pages.OfAsync(job, lines, HttpContext, cancellationToken)),
        };

    /// <summary>Agrees to the forecast that was seen; to another one nobody has.</summary>
    [HttpPost("begin")]
    public async Task<IActionResult> Begin(
        Guid id, [FromForm] string? version, CancellationToken cancellationToken)
    {
        var outcome = await jobs.BeginAsync(id, Tolerant.Version(version), User.UserId(), cancellationToken);
        if (outcome == JobOutcome.Done)
        {
            return LocalRedirect(PathOf(id));
        }

        return await FindAsync(id, cancellationToken) is { ForecastAt: not null, BegunAt: null } job
            ? this.Changed(
                "Forecast",
                await pages.OfAsync(job, new JobLinesInput(), HttpContext, cancellationToken) with
                {
                    HasChanged = true,
                })
            : NotFound();
    }

    private static string PathOf(Guid id) => $"/staff/jobs/{id}";

    private Task<OrderJob?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        jobs.FindAsync(id, User.UserId(), cancellationToken);

    private async Task<JobActPage> PageAsync(OrderJob job, JobActInput input, CancellationToken cancellationToken) =>
        await forms.PageAsync(job, input, cancellationToken) with { Back = place.Last(Request) };
}
