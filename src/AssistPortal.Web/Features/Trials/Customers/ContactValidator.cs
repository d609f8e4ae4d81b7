using AssistPortal.Trials;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Trials.Customers;

public sealed class ContactValidator : AbstractValidator<ContactInput>
{
    public ContactValidator(IStringLocalizer<SharedTexts> shared) =>
        RuleFor(input => input.Note).OptionalText(TrialLengths.Text, shared);
}
