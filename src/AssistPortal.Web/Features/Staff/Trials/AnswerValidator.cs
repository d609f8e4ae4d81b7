using AssistPortal.Trials;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>An answer says something.</summary>
public sealed class AnswerValidator : AbstractValidator<AnswerInput>
{
    public AnswerValidator(IStringLocalizer<HelpDeskTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        RuleFor(input => input.Answer)
            .RequiredMessage(TrialLengths.Text, () => texts["Answer.Missing"], shared);
    }
}
