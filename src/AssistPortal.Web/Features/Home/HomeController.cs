using AssistPortal.Assist;
using AssistPortal.Web.Features.Staff;
using AssistPortal.Web.Features.Trials;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Home;

[Route("")]
public sealed class HomeController : Controller
{
    /// <summary>
    /// Hosts start at their resources, staff at the dashboard, producers at their assignments, partners at their
    /// customers and so on; everybody else reads what the portal is.
    /// </summary>
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

        if (User.IsInRole(AssistRoles.Producer))
        {
            return LocalRedirect("/producer");
        }

        return TrialNavigation.Of(User) is [var (room, _), ..] ? LocalRedirect(room) : View();
    }
}
