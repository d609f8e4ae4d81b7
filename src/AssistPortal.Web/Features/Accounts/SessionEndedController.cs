using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Accounts;

/// <summary>
/// Where a form arrives that was posted after its session had ended, or that signing out has carried: the sign-in page,
/// with the form in it. It only shows a page, and a token of the ended session could not be checked any more: hence no
/// antiforgery here. What a stranger's page sends is not carried, even where the portal has wrapped it: it was wrapped
/// for somebody else.
/// </summary>
[AllowAnonymous]
[WithoutSecondFactor]
[Route("account/session-ended")]
public sealed class SessionEndedController(CarriedForms carriedForms) : Controller
{
    [HttpPost]
    [PagePolicy(PagePolicy.SignIn)]
    [IgnoreAntiforgeryToken]
    public async Task<IActionResult> Ask([FromQuery] string? returnUrl, [FromForm] string? carried)
    {
        if (CarriedForms.IsOwnForm(Request) && carriedForms.Open(carried) is not null)
        {
            ModelState.Clear();
            return View("SignIn", new SignInInput { Carried = carried });
        }

        if (!Url.IsLocalUrl(returnUrl) || !CarriedForms.IsOwnForm(Request))
        {
            return LocalRedirect("/account/sign-in");
        }

        var form = await carriedForms.ReadAfterSessionAsync(returnUrl, Request);
        ModelState.Clear();
        return View("SignIn", new SignInInput { ReturnUrl = returnUrl, Carried = carriedForms.Protect(form) });
    }
}
