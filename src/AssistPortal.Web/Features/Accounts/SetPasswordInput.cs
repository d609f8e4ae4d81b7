using AssistPortal.Data.Accounts;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Accounts;

public sealed class SetPasswordInput
{
    /// <summary>The key of the mailed link.</summary>
    public string? Token { get; set; }

    public string? NewPassword { get; set; }
}

public sealed class SetPasswordValidator : AbstractValidator<SetPasswordInput>
{
    public SetPasswordValidator(IStringLocalizer<AccountsTexts> texts) => RuleFor(input => input.NewPassword)
        .Must(typed => typed?.Length >= PasswordRules.LeastLength).WithMessage(_ => texts.Of(PasswordFault.TooShort));
}
