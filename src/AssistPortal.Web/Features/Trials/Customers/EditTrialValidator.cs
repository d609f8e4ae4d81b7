using AssistPortal.Trials.Texts;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>The rules of a change that its form alone can tell.</summary>
public sealed class EditTrialValidator : AbstractValidator<EditTrialInput>
{
    public EditTrialValidator(IStringLocalizer<CustomersTexts> texts, TrialWording words)
    {
        RuleFor(input => input.ExtendDays).Cascade(CascadeMode.Stop)
            .Must((input, typed) => Tolerant.Code(typed).Length == 0 || input.Extends)
                .WithMessage(_ => texts["ExtendDays.Wrong"])
            .Must((input, _) => input.Extends
                || TrialLines.Read(input.AddServices).Count > 0
                || TrialLines.Read(input.PhoneNumbers).Count > 0)
            .WithMessage(_ => texts["Edit.Nothing"]);
        RuleFor(input => input.AddServices)
            .Must((input, _) => input.Chosen() is not null)
            .WithMessage(_ => texts["Services.Wrong"]);
        this.AddServiceRules(texts, words);
        RuleFor(input => input.PhoneNumbers).Numbers(texts);
    }
}
