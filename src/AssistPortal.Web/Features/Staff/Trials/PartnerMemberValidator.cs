using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>The rule of an administrator's e-mail address.</summary>
public sealed class PartnerMemberValidator : AbstractValidator<PartnerMemberInput>
{
    public PartnerMemberValidator(IStringLocalizer<HelpDeskTexts> texts, IStringLocalizer<SharedTexts> shared) =>
        RuleFor(input => input.Email).EmailAddress(() => texts["Member.Email.Missing"], shared);
}
