using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Accounts;

public sealed class SignInInput
{
    public string? Email { get; set; }

    public string? Password { get; set; }

    public string? ReturnUrl { get; set; }

    /// <summary>A form that goes on after signing in, protected: see <see cref="CarriedForms"/>.</summary>
    public string? Carried { get; set; }
}

public sealed class SignInValidator : AbstractValidator<SignInInput>
{
    public SignInValidator(IStringLocalizer<AccountsTexts> texts)
    {
        RuleFor(input => input.Email)
            .Cascade(CascadeMode.Stop)
            .Must(typed => Tolerant.Code(typed).Length > 0).WithMessage(_ => texts["SignIn.Email.Missing"])
            .Must(typed => Tolerant.Code(typed) is { Length: <= 254 } address && !address.Any(char.IsControl))
            .WithMessage(_ => texts["SignIn.Wrong"]);
        RuleFor(input => input.Password).NotEmpty().WithMessage(_ => texts["SignIn.Password.Missing"]);
    }
}
