using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Producers;

public sealed class ProducerValidator : AbstractValidator<ProducerInput>
{
    public ProducerValidator(
        IStringLocalizer<ProducersTexts> texts,
        IStringLocalizer<TimesTexts> times,
        IStringLocalizer<SharedTexts> shared)
    {
        RuleFor(input => input.Name).RequiredName(Producer.NameLength, () => texts["Name.Missing"], shared);
        RuleFor(input => input.Email).EmailAddress(() => texts["Email.Missing"], shared);
        RuleFor(input => input.Phone).PhoneNumber(() => texts["Phone.Missing"], shared);
        RuleFor(input => input.TimeZone).TimeZone(times);
        RuleFor(input => input.Languages)
            .Must(typed => typed.Exists(IsOffered))
            .WithMessage(_ => texts["Languages.Missing"]);
        RuleFor(input => input).Custom((input, context) =>
        {
            foreach (var (index, row) in input.Rows().Index())
            {
                if (!row.IsQualified)
                {
                    continue;
                }

                var (from, until) = (Tolerant.Date(row.From), Tolerant.Date(row.Until));
                if (from is null && Tolerant.Code(row.From).Length > 0)
                {
                    context.AddFailure($"ValidFrom-{index}", shared.DateError(row.From, texts["Valid.Wrong"]));
                }
                else if (until is null && Tolerant.Code(row.Until).Length > 0)
                {
                    context.AddFailure($"ValidFrom-{index}", shared.DateError(row.Until, texts["Valid.Wrong"]));
                }
                else if (until < from)
                {
                    context.AddFailure($"ValidFrom-{index}", texts["Valid.Order"]);
                }
            }
        });
    }

    internal static bool IsOffered(string? language) =>
        AssistLanguages.All.Contains(language, StringComparer.Ordinal);
}
