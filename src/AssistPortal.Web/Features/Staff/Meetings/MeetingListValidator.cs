using AssistPortal.Assist.Texts;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Meetings;

public sealed class MeetingListValidator : AbstractValidator<MeetingListInput>
{
    public MeetingListValidator(IStringLocalizer<MeetingsTexts> texts) =>
        RuleFor(input => input.From)
            .Must(ShownDays.Take)
            .WithMessage(
                _ => texts["Filter.From.Error", Wording.Date(ShownDays.All.Start), Wording.Date(ShownDays.All.End)]);
}
