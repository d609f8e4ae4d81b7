using AssistPortal.Data.SignIn;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Accounts;

/// <summary>Asks for a link to set a new password. The answer is the same for any address.</summary>
[AllowAnonymous]
[WithoutSecondFactor]
[Route("account/forgotten")]
public sealed class ForgottenPasswordController(
    PasswordRequests requests, IValidator<ForgottenPasswordInput> validator, IStringLocalizer<AccountsTexts> texts)
    : Controller
{
    private const string Page = "ForgottenPassword";

    [HttpGet]
    public IActionResult Form() => View(Page, new ForgottenPasswordInput());

    [HttpPost]
    public async Task<IActionResult> Ask(ForgottenPasswordInput input, CancellationToken cancellationToken)
    {
        if (!this.Accepts(await validator.ValidateAsync(input, cancellationToken)))
        {
            return this.FormAgain(Page, input);
        }

        var email = Tolerant.Email(input.Email);
        var client = HttpContext.Connection.RemoteIpAddress;
        return await requests.AskAsync(email, client, cancellationToken) is { } wait
            ? this.TooMany(Page, input, nameof(input.Email), wait, time => texts["Forgotten.TooMany", time])
            : this.Saved("/account/forgotten", texts["Forgotten.Asked", email]);
    }
}

public sealed class ForgottenPasswordInput
{
    public string? Email { get; set; }
}

public sealed class ForgottenPasswordValidator : AbstractValidator<ForgottenPasswordInput>
{
    public ForgottenPasswordValidator(IStringLocalizer<AccountsTexts> texts, IStringLocalizer<SharedTexts> shared) =>
        RuleFor(input => input.Email).EmailAddress(() => texts["SignIn.Email.Missing"], shared);
}
