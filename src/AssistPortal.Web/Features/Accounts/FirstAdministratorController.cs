using AssistPortal.Data.Accounts;
using AssistPortal.Data.SignIn;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Accounts;

/// <summary>Makes the first administrator, with the one-time code from the log. Afterwards it does not exist.</summary>
[AllowAnonymous]
[WithoutSecondFactor]
[Route("account/first-administrator")]
public sealed class FirstAdministratorController(
    FirstAdministrator first,
    AccountSessions sessions,
    IValidator<FirstAdministratorInput> validator,
    IStringLocalizer<AccountsTexts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Form(CancellationToken cancellationToken) =>
        await first.IsWantedAsync(cancellationToken)
            ? View("FirstAdministrator", new FirstAdministratorInput())
            : NotFound();

    [HttpPost]
    public async Task<IActionResult> Make(FirstAdministratorInput input, CancellationToken cancellationToken)
    {
        if (!await first.IsWantedAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!this.Accepts(await validator.ValidateAsync(input, cancellationToken)))
        {
            return this.FormAgain("FirstAdministrator", input);
        }

        var user = new PortalUser(Tolerant.Text(input.FirstName), Tolerant.Text(input.LastName))
        {
            UserName = Tolerant.Email(input.Email),
            Email = Tolerant.Email(input.Email),
        };
        if (PasswordRules.FaultOf(input.Password, user) is { } fault)
        {
            return this.Refused(
                "FirstAdministrator", input, nameof(input.Password), texts.Of(fault));
        }

        if (!await first.MakeAsync(Tolerant.Code(input.Code), user, input.Password!, cancellationToken))
        {
            ModelState.AddModelError(nameof(input.Code), texts["First.Code.Wrong"]);
            return this.FormAgain("FirstAdministrator", input);
        }

        await sessions.EnterAsync(HttpContext, user, SignInWay.SetupCode, isStrong: false);
        return LocalRedirect("/");
    }
}
