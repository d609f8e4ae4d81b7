using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

public sealed class StaffMoveValidator : AbstractValidator<StaffMoveInput>
{
    public StaffMoveValidator(IStringLocalizer<TimesTexts> times, IStringLocalizer<SharedTexts> shared)
    {
        this.AddStartRules(times, shared);
        RuleFor(input => input.Reason).OptionalText(StaffActPage.ReasonLength, shared);
        this.AddMessageRule(shared);
    }
}
