using AssistPortal.Web.Features.Times;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Managing;

/// <summary>The rules of the questions about the meeting on the site.</summary>
public sealed class MeetingValidator(IStringLocalizer<ManagingTexts> texts)
{
    /// <param name="input">The answers.</param>
    /// <param name="start">
    /// The new start as it is held; another tab may have changed it since the page was shown.
    /// </param>
    public ValidationResult Validate(MeetingInput input, Instant start) => new Rules(start, texts).Validate(input);

    private sealed class Rules : AbstractValidator<MeetingInput>
    {
        public Rules(Instant start, IStringLocalizer<ManagingTexts> texts)
        {
            RuleFor(input => input.ScheduleUpdated).Cascade(CascadeMode.Stop)
                .Must((input, _) => IsAbout(input, start)).WithMessage(_ => texts["OtherTab"])
                .Must((input, _) => input.IsUpdated is not null).WithMessage(_ => texts["ScheduleUpdated.Missing"]);
            RuleFor(input => input.UpdateNow)
                .Must((input, _) => input.IsForNow is not null)
                .When(input => input.IsUpdated == false && IsAbout(input, start))
                .WithMessage(_ => texts["UpdateNow.Missing"]);
        }

        private static bool IsAbout(MeetingInput input, Instant start) =>
            MomentField.Read(input.Start) is not { } shown || shown == start;
    }
}
