using System.Text.RegularExpressions;
using AssistPortal.Assist.Packages;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>The rules of a package.</summary>
public sealed partial class PackageValidator : AbstractValidator<PackageInput>
{
    private const int MostAround = 240;
    private const int MostProduction = 6000;
    private const int LastPlace = 999;

    private readonly IStringLocalizer<CatalogueTexts> texts;

    public PackageValidator(IStringLocalizer<CatalogueTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        this.texts = texts;
        RuleFor(input => input.Code).Cascade(CascadeMode.Stop)
            .Must(typed => Tolerant.Code(typed).Length <= ServicePackage.CodeLength)
            .WithMessage(_ => shared["Error.TooLong", ServicePackage.CodeLength])
            .Must(typed => Code().IsMatch(Tolerant.Code(typed))).WithMessage(_ => texts["Code.Wrong"])
            .When(input => string.IsNullOrEmpty(input.Version));
        RuleFor(input => input.Serves)
            .Must(typed => Enum.GetNames<ServedKind>().Contains(typed, StringComparer.Ordinal))
                .WithMessage(_ => texts["Serves.Wrong"]);
        this.AddNames(input => input.Names, PackageText.NameLength, texts, shared);
        this.AddDescriptions(
            input => input.Descriptions, PackageText.DescriptionLength, texts, shared, isRequired: true);
        RuleFor(input => input.ScheduledFirst).Must(IsAnswer).WithMessage(_ => texts["Answer.Missing"]);
        RuleFor(input => input.LeadMinutes)
            .Must(typed => typed.IsMinutes(0, MostAround, 15))
            .WithMessage(_ => texts["Minutes.Wrong", 0, MostAround, 15]);
        RuleFor(input => input.TrailMinutes)
            .Must(typed => typed.IsMinutes(0, MostAround, 15))
            .WithMessage(_ => texts["Minutes.Wrong", 0, MostAround, 15]);
        RuleFor(input => input.ProductionMinutes)
            .Must(typed => Tolerant.Code(typed).Length == 0 || typed.IsMinutes(1, MostProduction, 1))
            .WithMessage(_ => texts["ProductionMinutes.Wrong", 1, MostProduction]);
        RuleFor(input => input).Custom(CheckTiers);
        RuleFor(input => input.DisplayOrder)
            .Must(typed => typed.IsMinutes(1, LastPlace, 1))
            .WithMessage(_ => texts["DisplayOrder.Wrong", 1, LastPlace]);
        RuleFor(input => input.IsActive).Must(IsAnswer).WithMessage(_ => texts["Answer.Missing"]);
    }

    private static bool IsAnswer(string? typed) => typed is PackageInput.Yes or PackageInput.No;

    private void CheckTiers(PackageInput input, ValidationContext<PackageInput> context)
    {
        var lines = CancellationLines.Of(input);
        var seen = new HashSet<int>();
        foreach (var line in lines)
        {
            if (line.Hours is not { } hours)
            {
                context.AddFailure(
                    $"{nameof(input.TierNotice)}[{line.Number}]",
                    texts["TierNotice.Wrong", CancellationLines.MostDays]);
            }
            else if (!seen.Add(hours))
            {
                context.AddFailure($"{nameof(input.TierNotice)}[{line.Number}]", texts["TierNotice.Twin"]);
            }

            if (line.PercentValue is null)
            {
                context.AddFailure($"{nameof(input.TierPercent)}[{line.Number}]", texts["TierPercent.Wrong"]);
            }
        }

        if (!seen.Contains(0) && lines.All(line => line.Hours is not null))
        {
            var last = lines.Select(line => line.Number).DefaultIfEmpty(0).Last();
            context.AddFailure($"{nameof(input.TierNotice)}[{last}]", texts["TierNotice.NoZero"]);
        }
    }

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
