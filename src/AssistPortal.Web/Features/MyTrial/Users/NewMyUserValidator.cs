using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.MyTrial.Users;

/// <summary>The rules of a new user.</summary>
public sealed class NewMyUserValidator : AbstractValidator<NewMyUserInput>
{
    public NewMyUserValidator(IStringLocalizer<MyUsersTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        RuleFor(input => input.Email).EmailAddress(() => texts["Email.Missing"], shared);
        Include(new MyUserValidator(texts, shared));
    }
}
