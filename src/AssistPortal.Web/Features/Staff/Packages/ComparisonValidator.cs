using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Web.Shared;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>The rules of a service of the comparison table.</summary>
public sealed class ComparisonValidator(IStringLocalizer<CatalogueTexts> texts, IStringLocalizer<SharedTexts> shared)
{
    private const int MostMinutes = 720;
    private const int LastPlace = 999;

    public ValidationResult Validate(ComparisonInput input, IEnumerable<ServicePackage> packages) =>
        new Rules(packages, texts, shared).Validate(input);

    private sealed class Rules : AbstractValidator<ComparisonInput>
    {
        public Rules(
            IEnumerable<ServicePackage> packages,
            IStringLocalizer<CatalogueTexts> texts,
            IStringLocalizer<SharedTexts> shared)
        {
            RuleFor(input => input.Phase)
                .Must(typed => Enum.GetNames<ComparisonPhase>().Contains(typed, StringComparer.Ordinal))
                    .WithMessage(_ => texts["Phase.Wrong"]);
            RuleFor(input => input.DisplayOrder)
                .Must(typed => typed.IsMinutes(1, LastPlace, 1))
                    .WithMessage(_ => texts["DisplayOrder.Wrong", 1, LastPlace]);
            this.AddNames(input => input.Names, ComparisonText.NameLength, texts, shared);
            this.AddDescriptions(
                input => input.Descriptions, ComparisonText.DescriptionLength, texts, shared, isRequired: false);
            foreach (var key in packages.Select(package => $"{package.Id}"))
            {
                RuleFor(input => input.Inclusions[key])
                    .Must(typed => Enum.GetNames<Inclusion>().Contains(typed, StringComparer.Ordinal))
                        .WithMessage(_ => texts["Inclusion.Wrong"])
                    .OverridePropertyName($"Inclusions[{key}]");
                RuleFor(input => input.LeastMinutes[key])
                    .Must((input, typed) => !input.IsByTheHour(key)
                        || typed.IsMinutes(StandardFee.StepMinutes, MostMinutes, StandardFee.StepMinutes))
                    .WithMessage(
                        _ => texts["Minutes.Wrong", StandardFee.StepMinutes, MostMinutes, StandardFee.StepMinutes])
                    .OverridePropertyName($"LeastMinutes[{key}]");
            }
        }
    }
}
