using AssistPortal.Assist;
using AssistPortal.Web.Features.Staff.Producers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Producing;

/// <summary>The producer's own weekly hours and exceptional days.</summary>
[Authorize(Roles = AssistRoles.Producer)]
[Route("producer/hours")]
public sealed class OwnHoursController(OwnProducer own, HoursForms forms) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken cancellationToken) =>
        await own.FindAsync(User, cancellationToken) is { } producer
            ? View("OwnHours", await forms.PageAsync(producer, isOwn: true, cancellationToken) with
            {
                Notice = TempData["Notice"] as string,
            })
            : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Save(HoursInput input, CancellationToken cancellationToken) =>
        await own.FindAsync(User, cancellationToken) is { } producer
            ? await forms.SaveAsync(
                this, await forms.PageAsync(producer, isOwn: true, cancellationToken), input, cancellationToken)
            : NotFound();
}
