using AssistPortal.Trials;
using AssistPortal.Web.Shared.Times;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>What ends for good.</summary>
[Authorize(Roles = TrialRoles.HelpDesk)]
[Route("staff/trials/ending")]
public sealed class EndingController(EndingList list, ReaderTimes times) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List(CancellationToken cancellationToken) =>
        View("Ending", await list.ReadAsync(await times.OfAsync(User, cancellationToken), cancellationToken));
}
