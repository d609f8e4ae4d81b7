using AssistPortal.Data.Accounts;
using AssistPortal.Data.SignIn;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
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
[WithoutSecondFactor]
[Route("account/set-password")]
public sealed class SetPasswordController(
    PasswordLinks links,
    AccountSessions sessions,
    SecurityLog log,
    IValidator<SetPasswordInput> validator,
    IStringLocalizer<AccountsTexts> texts) : Controller
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

        var outcome = await links.SetAsync(Tolerant.Code(input.Token), input.NewPassword!);
        if (outcome.Fault is { } fault)
        {
            return this.Refused(Page, input, nameof(input.NewPassword), texts.Of(fault));
        }

        if (!outcome.IsSet)
        {
            var client = HttpContext.Connection.RemoteIpAddress;
            await log.RejectedAsync(TokenKind.PasswordLink, client, HttpContext.RequestAborted);
            return this.FormAgain("SetPasswordEnded", input);
        }

        await sessions.RememberAsync(HttpContext, outcome.UserId!.Value);
        return this.Saved("/account/sign-in", texts["SetPassword.Done"]);
    }
}
