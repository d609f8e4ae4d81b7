using AssistPortal.Trials;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Trials.Devices;

/// <summary>A label goes by post: it needs an address.</summary>
public sealed class LabelValidator : AbstractValidator<LabelInput>
{
    public LabelValidator(IStringLocalizer<DevicePagesTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        RuleFor(input => input.PostalAddress)
            .RequiredMessage(TrialLengths.Text, () => texts["PostalAddress.Missing"], shared);
    }
}
