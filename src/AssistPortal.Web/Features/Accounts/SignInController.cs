using System.Security.Claims;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Accounts;

[Route("account")]
[WithoutSecondFactor]
public sealed class SignInController(
    PasswordSignIn signIn,
    AccountSessions sessions,
    CarriedForms carriedForms,
    CarriedAway carriedAway,
    IValidator<SignInInput> validator,
    IStringLocalizer<AccountsTexts> texts) : Controller
{
    private const string Page = "SignIn";

    [AllowAnonymous]
    [HttpGet("sign-in")]
    [PagePolicy(PagePolicy.SignIn)]
    public IActionResult Form(string? returnUrl, string? failed)
    {
        if (failed is "sso" or "sso-account")
        {
            ModelState.AddModelError("", failed == "sso" ? texts["Sso.Failed"] : texts["Sso.NoAccount"]);
            return View(Page, new SignInInput { ReturnUrl = returnUrl, Carried = carriedAway.Read(HttpContext) });
        }

        return View(Page, new SignInInput { ReturnUrl = returnUrl });
    }

    [AllowAnonymous]
    [HttpPost("sign-in")]
    [PagePolicy(PagePolicy.SignIn)]
    public async Task<IActionResult> Enter(SignInInput input)
    {
        if (!this.Accepts(await validator.ValidateAsync(input)))
        {
            return this.FormAgain(Page, input);
        }

        var result = await signIn.TryAsync(HttpContext, input.Email, input.Password!);
        return result.Outcome switch
        {
            PasswordSignInOutcome.Entered => await this.GoOnAsync(carriedForms, input.Carried, input.ReturnUrl),
            PasswordSignInOutcome.SecondFactor => this.AskForCode(input.Carried, input.ReturnUrl),
            PasswordSignInOutcome.TooMany => this.TooMany(
                Page, input, nameof(input.Email), result.Wait, time => texts["SignIn.TooMany", time]),
            _ => this.Refused(Page, input, nameof(input.Email), texts["SignIn.Wrong"]),
        };
    }

    /// <summary>Signs this browser out; harmless where its session has already ended.</summary>
    /// <param name="from">
    /// Where the form goes that was sent along; null where there is none, or where it says itself by which page it is
    /// shown again.
    /// </param>
    [AllowAnonymous]
    [HttpPost("sign-out")]
    public async Task<IActionResult> Leave([FromQuery] string? from)
    {
        var userId = User.Identity?.IsAuthenticated == true ? User.UserId() : (Guid?)null;
        var action = LocalAddress.IsLocal(from) ? from : await TypedForms.AddressIfTypedAsync(Request);
        await sessions.LeaveAsync(HttpContext);
        var typed = action is not null && Request.HasFormContentType
            ? CarriedForms.Read(action, Request.Form) with { OwnerId = userId }
            : null;
        if (typed is not { IsFilled: true })
        {
            return LocalRedirect("/account/signed-out");
        }

        HttpContext.User = new ClaimsPrincipal(new ClaimsIdentity());
        return View("SignedOut", new SignInInput { Carried = carriedForms.Protect(typed) });
    }

    [AllowAnonymous]
    [HttpGet("signed-out")]
    public IActionResult SignedOut() => View(new SignInInput());

    /// <summary>Asked by the page when somebody wants to stay signed in: any request renews the cookie.</summary>
    [HttpGet("stay")]
    public IActionResult Stay() => NoContent();
}
