using AssistPortal.Trials;
using AssistPortal.Trials.Devices;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Trials.Devices;

/// <summary>A demo loan number starts with D; whether there is such a shipment, the form does not tell.</summary>
public sealed class ShipmentQuestionValidator : AbstractValidator<ShipmentQuestionInput>
{
    public ShipmentQuestionValidator(IStringLocalizer<DevicePagesTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        RuleFor(input => input.LoanNumber)
            .Must(typed => LoanNumber.FaultOf(typed) is null)
            .WithMessage((_, typed) => texts[$"LoanNumber.{LoanNumber.FaultOf(typed)}"]);
        RuleFor(input => input.Question).OptionalText(TrialLengths.Text, shared);
    }
}
