using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace AssistPortal.Web.Features.Accounts.SingleSignOn;

/// <summary>Sends whoever wants to sign in to the identity provider.</summary>
[AllowAnonymous]
[WithoutSecondFactor]
[Route("account/sign-in/sso")]
public sealed class SingleSignOnController(IOptions<SingleSignOnOptions> options, CarriedAway carried) : Controller
{
    [HttpPost]
    public IActionResult Ask(SignInInput input)
    {
        if (!options.Value.IsConfigured)
        {
            return NotFound();
        }

        var to = LocalAddress.IsLocal(input.ReturnUrl) ? input.ReturnUrl : "/";
        return Challenge(
            new AuthenticationProperties
            {
                RedirectUri = carried.Keep(HttpContext, input.Carried) ? CarriedAway.Again : to,
            },
            OpenIdConnectDefaults.AuthenticationScheme);
    }
}
