using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

public sealed class StaffCancelValidator : AbstractValidator<StaffCancelInput>
{
    public StaffCancelValidator(
        IStringLocalizer<StaffOrderActsTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        RuleFor(input => input.Fee)
            .Must(typed => Tolerant.Code(typed) is StaffCancelInput.Charge or StaffCancelInput.Waive)
            .WithMessage(_ => texts["Cancel.Fee.Error"]);
        When(input => Tolerant.Code(input.Fee) == StaffCancelInput.Waive, () =>
            RuleFor(input => input.Reason).RequiredMessage(
                StaffActPage.ReasonLength, () => texts["Cancel.Reason.Error", StaffActPage.ReasonLength], shared))
        .Otherwise(() => RuleFor(input => input.Reason).OptionalText(StaffActPage.ReasonLength, shared));
        this.AddMessageRule(shared);
    }
}
