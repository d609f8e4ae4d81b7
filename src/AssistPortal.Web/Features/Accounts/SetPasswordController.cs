using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Accounts;

/// <summary>
/// The link of invitations, and of mails to those who have lost their password. Mail scanners open links, so opening it
/// uses nothing up, and does not tell whether it still works.
/// </summary>
[AllowAnonymous]
[Route("account/set-password")]
public sealed class SetPasswordController(
    PasswordLinks links, IValidator<SetPasswordInput> validator, IStringLocalizer<AccountsTexts> texts) : Controller
{
    private const string Page = "SetPassword";

    [HttpGet]
    public IActionResult Form([FromQuery] string? token)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        return View(Page, new SetPasswordInput { Token = token });
    }

    [HttpPost]
    public async Task<IActionResult> Save(SetPasswordInput input)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        if (!this.Accepts(await validator.ValidateAsync(input)))
        {
            return this.FormAgain(Page, input);
        }

        if (!await links.SetAsync(Tolerant.Code(input.Token), input.NewPassword!))
        {
            return this.FormAgain("SetPasswordEnded", input);
        }

        TempData["Notice"] = texts["SetPassword.Done"].Value;
        return LocalRedirect("/account/sign-in");
    }
}
