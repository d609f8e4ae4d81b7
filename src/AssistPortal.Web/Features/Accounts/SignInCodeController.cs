using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Accounts;

/// <summary>Asks for the second factor, after the password.</summary>
[AllowAnonymous]
[WithoutSecondFactor]
[Route("account/sign-in/second-factor")]
public sealed class SignInCodeController(
    CodeSignIn codes,
    AccountSessions sessions,
    CarriedForms carriedForms,
    IStringLocalizer<AccountsTexts> texts) : Controller
{
    private const string Page = "SignInCode";

    [HttpGet]
    [PagePolicy(PagePolicy.SignIn)]
    public async Task<IActionResult> Form(string? returnUrl) =>
        await sessions.AwaitedAsync(HttpContext) is null
            ? View("SignIn", new SignInInput { ReturnUrl = returnUrl })
            : View(Page, new SignInCodeInput { ReturnUrl = returnUrl });

    [HttpPost]
    [PagePolicy(PagePolicy.SignIn)]
    public async Task<IActionResult> Enter(SignInCodeInput input)
    {
        if (await sessions.AwaitedAsync(HttpContext) is not { } user)
        {
            // Too late: the password is asked for again, with what was typed before still there.
            ModelState.Clear();
            ModelState.AddModelError(nameof(SignInInput.Password), texts["Code.Late"]);
            return this.FormAgain(
                "SignIn", new SignInInput { ReturnUrl = input.ReturnUrl, Carried = input.Carried });
        }

        if (Tolerant.Code(input.Code).Length == 0)
        {
            return this.Refused(Page, input, nameof(input.Code), texts["Code.Missing"]);
        }

        return await codes.TryAsync(HttpContext, user, input.Code) switch
        {
            (true, _) => await this.GoOnAsync(carriedForms, input.Carried, input.ReturnUrl),
            (_, { } wait) => this.TooMany(
                Page, input, nameof(input.Code), wait, time => texts["Code.TooMany", time]),
            _ => this.Refused(Page, input, nameof(input.Code), texts["Code.Wrong"]),
        };
    }
}
