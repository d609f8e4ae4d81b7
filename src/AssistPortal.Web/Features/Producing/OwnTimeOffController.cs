using AssistPortal.Assist;
using AssistPortal.Web.Features.Staff.Producers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Producing;

/// <summary>The producer's own time off.</summary>
[Authorize(Roles = AssistRoles.Producer)]
[Route("producer/time-off")]
public sealed class OwnTimeOffController(OwnProducer own, TimeOffForms forms, CalendarForms calendars) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is { } page
            ? View(page.View, page with { Notice = TempData["Notice"] as string })
            : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Add(TimeOffInput input, CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is { } page
            ? await forms.AddAsync(this, page, input, cancellationToken)
            : NotFound();

    [HttpPost("remove")]
    public async Task<IActionResult> Remove(TimeOffInput input, CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is { } page
            ? await forms.RemoveAsync(this, page, input, cancellationToken)
            : NotFound();

    [HttpGet("calendar")]
    public async Task<IActionResult> EnterCalendar(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is { } page ? View(CalendarForms.View, page) : NotFound();

    [HttpPost("calendar")]
    public async Task<IActionResult> ReadCalendar(
        CalendarInput input, CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is { } page
            ? await calendars.SaveAsync(this, page, input, cancellationToken)
            : NotFound();

    [HttpPost("calendar/remove")]
    public async Task<IActionResult> RemoveCalendar(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is { } page
            ? await calendars.RemoveAsync(this, page, cancellationToken)
            : NotFound();

    private async Task<TimeOffPage?> FindAsync(CancellationToken cancellationToken) =>
        await own.FindAsync(User, cancellationToken) is { } producer
            ? await forms.PageAsync(producer, isOwn: true, cancellationToken)
            : null;
}
