using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

public sealed class StaffCancelValidator : AbstractValidator<StaffCancelInput>
{
    public StaffCancelValidator(IStringLocalizer<StaffOrderActsTexts> texts)
    {
        RuleFor(input => input.Fee)
            .Must(typed => Tolerant.Code(typed) is StaffCancelInput.Charge or StaffCancelInput.Waive)
            .WithMessage(_ => texts["Cancel.Fee.Error"]);
        RuleFor(input => input.Reason)
            .Must(typed => Tolerant.Text(typed).Length is > 0 and <= StaffActPage.ReasonLength)
            .When(input => Tolerant.Code(input.Fee) == StaffCancelInput.Waive)
            .WithMessage(_ => texts["Cancel.Reason.Error", StaffActPage.ReasonLength]);
        RuleFor(input => input.Reason)
            .Must(typed => Tolerant.Text(typed).Length <= StaffActPage.ReasonLength)
            .When(input => Tolerant.Code(input.Fee) != StaffCancelInput.Waive)
            .WithMessage(_ => texts["Reason.TooLong", StaffActPage.ReasonLength]);
    }
}
