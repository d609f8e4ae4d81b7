using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Sites;

/// <summary>The rule of a member's e-mail address.</summary>
public sealed class MemberValidator : AbstractValidator<MemberInput>
{
    public MemberValidator(IStringLocalizer<SitesTexts> texts, IStringLocalizer<SharedTexts> shared) =>
        RuleFor(input => input.Email).EmailAddress(() => texts["Email.Missing"], shared);
}
