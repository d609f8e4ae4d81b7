using AssistPortal.Data.Accounts;
using AssistPortal.Trials;
using AssistPortal.Web.Shared.Times;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>The help desk's queue.</summary>
[Authorize(Roles = TrialRoles.HelpDesk)]
[Route("staff/trials")]
public sealed class RequestsController(RequestList list, RequestPages pages, ReaderTimes times) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List([FromQuery] RequestListInput input, CancellationToken cancellationToken) =>
        View("Requests", await list.ReadAsync(
            input, User.UserId(), await times.OfAsync(User, cancellationToken), cancellationToken));

    [HttpGet("requests/{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken) =>
        await pages.OfAsync(id, User, cancellationToken) is { } page
            ? View(
                "Request", page with { Notice = TempData["Notice"] as string, Refusal = TempData["Refusal"] as string })
            : NotFound();
}
