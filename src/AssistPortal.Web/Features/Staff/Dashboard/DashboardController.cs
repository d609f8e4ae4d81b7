using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Staff.Dashboard;

/// <summary>Where staff see how things stand.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff")]
public sealed class DashboardController(DashboardReader reader) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken cancellationToken) =>
        View("Dashboard", await reader.ReadAsync(User, cancellationToken));
}
