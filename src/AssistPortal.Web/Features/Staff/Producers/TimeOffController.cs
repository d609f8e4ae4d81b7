using AssistPortal.Assist.Staffing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>A producer's time off.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/producers/{id:int}/time-off")]
public sealed class TimeOffController(ProducerBook book, TimeOffForms forms, CalendarForms calendars) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } page
            ? View(page.View, page with { Notice = TempData["Notice"] as string })
            : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Add(int id, TimeOffInput input, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } page
            ? await forms.AddAsync(this, page, input, cancellationToken)
            : NotFound();

    [HttpPost("remove")]
    public async Task<IActionResult> Remove(int id, TimeOffInput input, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } page
            ? await forms.RemoveAsync(this, page, input, cancellationToken)
            : NotFound();

    [HttpGet("calendar")]
    public async Task<IActionResult> EnterCalendar(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } page ? View(CalendarForms.View, page) : NotFound();

    [HttpPost("calendar")]
    public async Task<IActionResult> ReadCalendar(
        int id, CalendarInput input, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } page
            ? await calendars.SaveAsync(this, page, input, cancellationToken)
            : NotFound();

    [HttpPost("calendar/remove")]
    public async Task<IActionResult> RemoveCalendar(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } page
            ? await calendars.RemoveAsync(this, page, cancellationToken)
            : NotFound();

    private async Task<TimeOffPage?> FindAsync(int id, CancellationToken cancellationToken) =>
        await book.FindAsync(id, cancellationToken) is { } producer
            ? await forms.PageAsync(producer, isOwn: false, cancellationToken)
            : null;
}
