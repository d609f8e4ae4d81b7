using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

public sealed class FeeLockValidator : AbstractValidator<FeeLockInput>
{
    public FeeLockValidator(IStringLocalizer<StaffOrderActsTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        RuleFor(input => input.Reason).RequiredMessage(
            StaffActPage.ReasonLength, () => texts["Cancel.Reason.Error", StaffActPage.ReasonLength], shared);
        this.AddMessageRule(shared);
    }
}
