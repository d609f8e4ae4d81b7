using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Shared;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

public sealed class LanguageValidator : AbstractValidator<LanguageInput>
{
    public LanguageValidator(IStringLocalizer<StaffOrderActsTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        RuleFor(input => input.Confirmed)
            .Must((input, _) => input.IsConfirmed is not null)
            .WithMessage(_ => texts["Language.Answer.Error"]);
        this.AddMessageRule(shared);
    }
}
