using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Staff.Find;

/// <summary>Finds orders, producers and pages of the staff area by a few words.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/find")]
public sealed class FindController(Finder finder) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Find(string? q, CancellationToken cancellationToken) =>
        View("Find", await finder.FindAsync(q, User, cancellationToken));

    /// <summary>What was found alone, for the dialog.</summary>
    [HttpGet("results")]
    public async Task<IActionResult> Results(string? q, CancellationToken cancellationToken) =>
        PartialView("_FindResults", await finder.FindAsync(q, User, cancellationToken));
}
