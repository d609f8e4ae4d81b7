using AssistPortal.Trials;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Trials.Devices;

/// <summary>Somebody who wants more devices says which.</summary>
public sealed class MoreDevicesValidator : AbstractValidator<MoreDevicesInput>
{
    public MoreDevicesValidator(IStringLocalizer<DevicePagesTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        RuleFor(input => input.Text)
            .RequiredMessage(TrialLengths.Text, () => texts["More.Missing"], shared);
    }
}
