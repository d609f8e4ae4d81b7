using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Accounts.Own;

/// <summary>Sets up an authenticator, renews its recovery codes, and removes it.</summary>
[Authorize]
[WithoutSecondFactor]
[CheckedSession]
[Route("account/second-factor")]
public sealed class SecondFactorController(
    UserManager<PortalUser> users,
    AccountSessions sessions,
    OwnFactors factors,
    SecondFactorRule rule,
    IStringLocalizer<OwnAccountTexts> own) : Controller
{
    private const string Page = "SecondFactor";

    [HttpGet("")]
    public async Task<IActionResult> Form(string? returnUrl)
    {
        if (await users.GetUserAsync(User) is not { } user)
        {
            return NotFound();
        }

        return View(Page, await PageOfAsync(user, factors.Propose(user), new() { ReturnUrl = returnUrl }));
    }

    [HttpPost("")]
    public async Task<IActionResult> TurnOn(SecondFactorInput input, CancellationToken cancellationToken)
    {
        if (await users.GetUserAsync(User) is not { } user || !await factors.MayChangeAsync(User, user))
        {
            return NotFound();
        }

        if (factors.Open(user, input.Key) is not { } authenticator)
        {
            var page = await PageOfAsync(user, factors.Propose(user), input);
            return this.Refused(Page, page, nameof(input.Code), own["Factor.Late"]);
        }

        if (await factors.TurnOnAsync(user, authenticator, input.Code, cancellationToken) is not { } codes)
        {
            var page = await PageOfAsync(user, authenticator, input);
            return this.Refused(Page, page, nameof(input.Code), own["Factor.Code.Wrong"]);
        }

        await sessions.RenewAsync(HttpContext, user, isStrong: true);
        return View("RecoveryCodes", new RecoveryCodesPage(codes, GoOn(input.ReturnUrl)));
    }

    [HttpPost("codes")]
    public async Task<IActionResult> RenewCodes()
    {
        if (await users.GetUserAsync(User) is not { TwoFactorEnabled: true } user || !User.HasShownTwoFactors())
        {
            return NotFound();
        }

        ViewData["Here"] = $"/{OwnAccountController.Path}";
        return await factors.RenewCodesAsync(user) is { } codes
            ? View("RecoveryCodes", new RecoveryCodesPage(codes, GoOn(null)))
            : LocalRedirect(GoOn(null));
    }

    [HttpPost("off")]
    public async Task<IActionResult> TurnOff(CancellationToken cancellationToken)
    {
        if (await users.GetUserAsync(User) is not { TwoFactorEnabled: true } user || !User.HasShownTwoFactors())
        {
            return NotFound();
        }

        if (!factors.MayDoWithout(User) && (await users.GetPasskeysAsync(user)).Count == 0)
        {
            return this.NotDone($"/{OwnAccountController.Path}", own["Refusal.Required"]);
        }

        if (!await factors.TurnOffAsync(user, cancellationToken))
        {
            return LocalRedirect(GoOn(null));
        }

        await sessions.RenewAsync(HttpContext, user);
        return this.Saved($"/{OwnAccountController.Path}", own["Notice.FactorOff"]);
    }

    private async Task<SecondFactorPage> PageOfAsync(
        PortalUser user, NewAuthenticator authenticator, SecondFactorInput input) =>
        new(input, authenticator, rule.Stops(User), await factors.MayChangeAsync(User, user));

    private static string GoOn(string? returnUrl) =>
        LocalAddress.IsLocal(returnUrl) ? LocalAddress.Encode(returnUrl!) : $"/{OwnAccountController.Path}";
}

public sealed class SecondFactorInput
{
    /// <summary>The proposed authenticator's key, as the page carried it.</summary>
    public string? Key { get; set; }

    /// <summary>What the authenticator shows.</summary>
    public string? Code { get; set; }

    /// <inheritdoc cref="SignInInput.ReturnUrl" />
    public string? ReturnUrl { get; set; }
}

/// <param name="Input">What was typed.</param>
/// <param name="Authenticator">The one that is proposed.</param>
/// <param name="IsStopped">Whether nothing else of the portal is open before.</param>
/// <param name="MayChange">Whether the session may set one up: see <see cref="OwnFactors"/>.</param>
public sealed record SecondFactorPage(
    SecondFactorInput Input, NewAuthenticator Authenticator, bool IsStopped, bool MayChange);

/// <param name="Codes">Shown this once.</param>
/// <param name="GoOn">Where the page leads, a path of the portal's.</param>
public sealed record RecoveryCodesPage(IReadOnlyList<string> Codes, string GoOn);
