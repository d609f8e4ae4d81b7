using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

public sealed class AssignValidator : AbstractValidator<AssignInput>
{
    public AssignValidator(IStringLocalizer<StaffOrderActsTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        RuleFor(input => input.ProducerId)
            .Must(typed => Tolerant.Number(typed) is not null).WithMessage(_ => texts["Assign.Error"]);
        RuleFor(input => input.Reason).OptionalText(StaffActPage.ReasonLength, shared);
        this.AddMessageRule(shared);
    }
}
