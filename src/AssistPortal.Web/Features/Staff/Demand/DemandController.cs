using AssistPortal.Web.Features.Staff.Dashboard;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Staff.Demand;

/// <summary>Where staff see who waits for a time, and which wishes found nobody.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/waiting")]
public sealed class DemandController(DemandReader reader) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show([FromQuery] UnmetInput input, CancellationToken cancellationToken) =>
        View("Demand", await reader.ReadAsync(User, input, cancellationToken));
}
