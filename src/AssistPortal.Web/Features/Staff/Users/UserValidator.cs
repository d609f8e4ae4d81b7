using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Users;

/// <summary>The rules of an account.</summary>
public sealed class UserValidator : AbstractValidator<UserInput>
{
    public UserValidator(
        IStringLocalizer<UsersTexts> texts, IStringLocalizer<TimesTexts> times, IStringLocalizer<SharedTexts> shared)
    {
        RuleFor(input => input.FirstName).RequiredName(PortalUser.NameLength, () => texts["FirstName.Missing"], shared);
        RuleFor(input => input.LastName).RequiredName(PortalUser.NameLength, () => texts["LastName.Missing"], shared);
        RuleFor(input => input.Email).EmailAddress(() => texts["Email.Missing"], shared);
        RuleFor(input => input.Company).OptionalText(PortalUser.CompanyLength, shared);
        RuleFor(input => input.Phone).PhoneNumber(() => texts["Phone.Wrong"], shared)
            .When(input => Tolerant.Code(input.Phone).Length > 0);
        RuleFor(input => input.Language)
            .Must(typed => Tolerant.Code(typed).Length == 0 || Languages.IsSupported(Tolerant.Code(typed)))
            .WithMessage(_ => texts["Language.Wrong"]);
        RuleFor(input => input.TimeZone).OptionalTimeZone(times);
    }
}
