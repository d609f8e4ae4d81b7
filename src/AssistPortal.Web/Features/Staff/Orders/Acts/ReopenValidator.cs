using AssistPortal.Assist.Billing;
using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

public sealed class ReopenValidator : AbstractValidator<ReopenInput>
{
    public ReopenValidator(IStringLocalizer<StaffOrderActsTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        RuleFor(input => input.Reason).RequiredText(Invoice.NoteLength, () => texts["Reopen.Reason.Error"], shared);
        this.AddMessageRule(shared);
    }
}
