using AssistPortal.Trials.Organisations;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.MyTrial.Users;

/// <summary>The rules of a user's name and services.</summary>
public sealed class MyUserValidator : AbstractValidator<MyUserInput>
{
    public MyUserValidator(IStringLocalizer<MyUsersTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        RuleFor(input => input.Name)
            .OptionalText(OrganisationMember.NameLength, shared)
            .Must(typed => !Tolerant.Text(typed).Any(char.IsControl))
                .WithMessage(_ => shared["Error.ControlCharacters"]);
        RuleFor(input => input.Services)
            .Must((input, _) => !input.HasUnknown).WithMessage(_ => texts["Services.Unknown"]);
    }
}
