using AssistPortal.Assist.Orders;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.Page;

public sealed class NoteValidator : AbstractValidator<NoteInput>
{
    public NoteValidator(IStringLocalizer<StaffOrderTexts> texts, IStringLocalizer<SharedTexts> shared) =>
        RuleFor(input => input.Note).RequiredMessage(
            OrderNote.TextLength, () => texts["Note.Error", OrderNote.TextLength], shared);
}
