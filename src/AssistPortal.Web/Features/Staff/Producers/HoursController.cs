using AssistPortal.Assist.Staffing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>A producer's weekly hours and exceptional days.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/producers/{id:int}/hours")]
public sealed class HoursController(ProducerBook book, HoursForms forms) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(int id, CancellationToken cancellationToken) =>
        await book.FindAsync(id, cancellationToken) is { } producer
            ? View("Hours", await forms.PageAsync(producer, isOwn: false, cancellationToken) with
            {
                Notice = TempData["Notice"] as string,
            })
            : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Save(int id, HoursInput input, CancellationToken cancellationToken) =>
        await book.FindAsync(id, cancellationToken) is { } producer
            ? await forms.SaveAsync(
                this, await forms.PageAsync(producer, isOwn: false, cancellationToken), input, cancellationToken)
            : NotFound();
}
