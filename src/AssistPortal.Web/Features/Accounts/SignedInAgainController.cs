using AssistPortal.Data.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Accounts;

/// <summary>Where a form is taken up again that was carried through single sign-on: by its owner alone.</summary>
[Authorize]
[Route(CarriedAway.Again)]
public sealed class SignedInAgainController(CarriedAway carried) : Controller
{
    [HttpGet]
    public IActionResult TakeUp() => carried.Open(HttpContext, User.UserId()) is { } form
        ? View("SignedInAgain", form)
        : LocalRedirect("/");
}
