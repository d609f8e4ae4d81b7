using AssistPortal.Assist;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Home;

[Route("")]
public sealed class HomeController : Controller
{
    /// <summary>Hosts start at their resources; everybody else reads what the portal is.</summary>
    [AllowAnonymous]
    [HttpGet]
    public IActionResult Start() => User.IsInRole(AssistRoles.Host) ? LocalRedirect("/resources") : View();
}
