using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Accounts;

public sealed class FirstAdministratorInput
{
    public string? Code { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Email { get; set; }

    public string? Password { get; set; }
}

public sealed class FirstAdministratorValidator : AbstractValidator<FirstAdministratorInput>
{
    public FirstAdministratorValidator(IStringLocalizer<AccountsTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        RuleFor(input => input.Code)
            .Must(typed => Tolerant.Code(typed).Length > 0).WithMessage(_ => texts["First.Code.Missing"]);
        RuleFor(input => input.FirstName).RequiredName(
            PortalUser.NameLength, () => texts["First.FirstName.Missing"], shared);
        RuleFor(input => input.LastName).RequiredName(
            PortalUser.NameLength, () => texts["First.LastName.Missing"], shared);
        RuleFor(input => input.Email).EmailAddress(() => texts["SignIn.Email.Missing"], shared);
        RuleFor(input => input.Password)
            .Must(typed => typed?.Length >= PasswordRules.LeastLength)
                .WithMessage(_ => texts.Of(PasswordFault.TooShort));
    }
}
