using AssistPortal.Data.Accounts;
using AssistPortal.Data.SignIn;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Accounts;

/// <summary>Signs in by a passkey, whose owner the authenticator has verified: it stands for both factors.</summary>
[AllowAnonymous]
[WithoutSecondFactor]
[Route("account/sign-in/passkey")]
public sealed class PasskeySignInController(
    SignInManager<PortalUser> signIn,
    AccountSessions sessions,
    SecurityLog log,
    CarriedForms carriedForms,
    IStringLocalizer<AccountsTexts> texts) : Controller
{
    /// <summary>What the script hands to the browser.</summary>
    [HttpPost("options")]
    public async Task<IActionResult> Options() =>
        Content(await signIn.MakePasskeyRequestOptionsAsync(user: null), "application/json");

    [HttpPost("")]
    [PagePolicy(PagePolicy.SignIn)]
    public async Task<IActionResult> Enter(PasskeySignInInput input)
    {
        ViewData["Here"] = "/account/sign-in";
        if (await FindAsync(input.Credential) is not { } user)
        {
            return this.Refused(
                "SignIn",
                new SignInInput { ReturnUrl = input.ReturnUrl, Carried = input.Carried },
                nameof(SignInInput.Email),
                texts["Passkey.Wrong"]);
        }

        await sessions.EnterAsync(HttpContext, user, SignInWay.Passkey, isStrong: true);
        return await this.GoOnAsync(carriedForms, input.Carried, input.ReturnUrl);
    }

    private async Task<PortalUser?> FindAsync(string? credential)
    {
        PasskeyAssertionResult<PortalUser>? result = null;
        try
        {
            result = await signIn.PerformPasskeyAssertionAsync(credential is { Length: > 0 } ? credential : "{}");
        }
        catch (InvalidOperationException)
        {
            // The browser was never asked for one, or too long ago.
        }

        if (result is { Succeeded: true, User.IsDeactivated: false }
            && (await signIn.UserManager.AddOrUpdatePasskeyAsync(result.User, result.Passkey)).Succeeded)
        {
            return result.User;
        }

        var client = HttpContext.Connection.RemoteIpAddress;
        await log.RejectedAsync(TokenKind.Passkey, client, HttpContext.RequestAborted);
        return null;
    }
}

public sealed class PasskeySignInInput
{
    /// <summary>What the browser answered, in JSON.</summary>
    public string? Credential { get; set; }

    /// <inheritdoc cref="SignInInput.ReturnUrl" />
    public string? ReturnUrl { get; set; }

    /// <inheritdoc cref="SignInInput.Carried" />
    public string? Carried { get; set; }
}
