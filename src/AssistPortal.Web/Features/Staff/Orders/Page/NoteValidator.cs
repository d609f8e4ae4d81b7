using AssistPortal.Assist.Orders;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.Page;

public sealed class NoteValidator : AbstractValidator<NoteInput>
{
    public NoteValidator(IStringLocalizer<StaffOrderTexts> texts) =>
        RuleFor(input => input.Note)
            .Must(typed => Tolerant.Text(typed).Length is > 0 and <= OrderNote.TextLength)
            .WithMessage(_ => texts["Note.Error", OrderNote.TextLength]);
}
