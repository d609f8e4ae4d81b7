using AssistPortal.Trials.Partners;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>The rules of a partner.</summary>
public sealed class PartnerValidator : AbstractValidator<PartnerInput>
{
    public PartnerValidator(IStringLocalizer<HelpDeskTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        RuleFor(input => input.Name).RequiredName(Partner.NameLength, () => texts["Partner.Name.Missing"], shared);
        RuleFor(input => input.Email).EmailAddress(() => texts["Partner.Email.Missing"], shared);
        RuleFor(input => input.Phone).PhoneNumber(() => texts["Partner.Phone.Wrong"], shared)
            .When(input => Tolerant.Code(input.Phone).Length > 0);
    }
}
