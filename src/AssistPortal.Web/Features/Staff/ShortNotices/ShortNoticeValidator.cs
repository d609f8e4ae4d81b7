using AssistPortal.Assist.Ordering;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.ShortNotices;

/// <summary>A host's address and a reason, both needed.</summary>
public sealed class ShortNoticeValidator : AbstractValidator<ShortNoticeInput>
{
    public ShortNoticeValidator(IStringLocalizer<ShortNoticesTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        RuleFor(input => input.Email).EmailAddress(() => texts["Email.Missing"], shared);
        RuleFor(input => input.Reason).RequiredMessage(
            ShortNotice.ReasonLength, () => texts["Reason.Error", ShortNotice.ReasonLength], shared);
    }
}
