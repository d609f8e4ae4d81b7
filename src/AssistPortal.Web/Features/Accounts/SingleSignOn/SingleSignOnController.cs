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
public sealed class SingleSignOnController(IOptions<SingleSignOnOptions> options) : Controller
{
    [HttpPost]
    public IActionResult Ask(SignInInput input) => options.Value.IsConfigured
        ? Challenge(
            new AuthenticationProperties
            {
                RedirectUri = LocalAddress.IsLocal(input.ReturnUrl) ? input.ReturnUrl : "/",
            },
            OpenIdConnectDefaults.AuthenticationScheme)
        : NotFound();
}
