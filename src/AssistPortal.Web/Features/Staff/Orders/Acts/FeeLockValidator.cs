using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

public sealed class FeeLockValidator : AbstractValidator<FeeLockInput>
{
    public FeeLockValidator(IStringLocalizer<StaffOrderActsTexts> texts) =>
        RuleFor(input => input.Reason)
            .Must(typed => Tolerant.Text(typed).Length is > 0 and <= StaffActPage.ReasonLength)
            .WithMessage(_ => texts["Cancel.Reason.Error", StaffActPage.ReasonLength]);
}
