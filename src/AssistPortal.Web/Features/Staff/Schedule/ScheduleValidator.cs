using AssistPortal.Assist.Texts;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Schedule;

public sealed class ScheduleValidator : AbstractValidator<ScheduleInput>
{
    public ScheduleValidator(IStringLocalizer<ScheduleTexts> texts, IStringLocalizer<TimesTexts> times)
    {
        RuleFor(input => input.Date)
            .Must(ShownDays.Take)
            .WithMessage(_ => texts["Date.Error", Wording.Date(ShownDays.All.Start), Wording.Date(ShownDays.All.End)]);
        RuleFor(input => input.Zone).OptionalTimeZone(times);
    }
}
