using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

public sealed class StaffMoveValidator : AbstractValidator<StaffMoveInput>
{
    public StaffMoveValidator(
        IStringLocalizer<TimesTexts> times,
        IStringLocalizer<StaffOrderActsTexts> texts,
        IStringLocalizer<SharedTexts> shared)
    {
        this.AddStartRules(times, shared);
        RuleFor(input => input.Reason)
            .Must(typed => Tolerant.Text(typed).Length <= StaffActPage.ReasonLength)
            .WithMessage(_ => texts["Reason.TooLong", StaffActPage.ReasonLength]);
    }
}
