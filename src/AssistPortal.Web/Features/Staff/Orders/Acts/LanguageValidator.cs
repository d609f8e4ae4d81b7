using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

public sealed class LanguageValidator : AbstractValidator<LanguageInput>
{
    public LanguageValidator(IStringLocalizer<StaffOrderActsTexts> texts) =>
        RuleFor(input => input.Confirmed)
            .Must((input, _) => input.IsConfirmed is not null)
            .WithMessage(_ => texts["Language.Answer.Error"]);
}
