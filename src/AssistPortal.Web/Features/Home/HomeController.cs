using AssistPortal.Assist;
using AssistPortal.Web.Features.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Home;

[Route("")]
public sealed class HomeController : Controller
{
    /// <summary>Hosts start at their resources, staff at the dashboard, producers at their assignments; everybody else reads what the portal is.</summary>
    [AllowAnonymous]
    [HttpGet]
    public IActionResult Start()
    {
        if (User.IsInRole(AssistRoles.Host))
        {
            return LocalRedirect("/resources");
        }

        if (StaffRoles.Has(User))
        {
            return LocalRedirect("/staff");
        }

        return User.IsInRole(AssistRoles.Producer) ? LocalRedirect("/producer") : View();
    }
}
