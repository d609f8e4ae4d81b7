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
public sealed partial class SingleSignOnController(
    IOptions<SingleSignOnOptions> options,
    IOptionsMonitor<OpenIdConnectOptions> provider,
    CarriedAway carried,
    ILogger<SingleSignOnController> logger) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Ask(SignInInput input)
    {
        if (!options.Value.IsConfigured)
        {
            return NotFound();
        }

        var to = LocalAddress.IsLocal(input.ReturnUrl) ? input.ReturnUrl! : "/";
        var isCarried = carried.Keep(HttpContext, input.Carried);
        return await IsThereAsync()
            ? Challenge(
                new AuthenticationProperties { RedirectUri = isCarried ? CarriedAway.Again : to },
                OpenIdConnectDefaults.AuthenticationScheme)
            : LocalRedirect($"/account/sign-in{QueryString.Create("Failed", "sso").Add("ReturnUrl", to)}");
    }

    /// <summary>Whether the provider tells where it is: once it has, that is known for a day.</summary>
    private async Task<bool> IsThereAsync()
    {
        try
        {
            var manager = provider.Get(OpenIdConnectDefaults.AuthenticationScheme).ConfigurationManager!;
            await manager.GetConfigurationAsync(HttpContext.RequestAborted);
            return true;
        }
        catch (InvalidOperationException away)
        {
            Away(logger, away);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The identity provider cannot be reached")]
    private static partial void Away(ILogger logger, Exception fault);
}
