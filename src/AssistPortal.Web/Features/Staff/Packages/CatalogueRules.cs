using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>Rules that packages and the comparison table share.</summary>
internal static class CatalogueRules
{
    /// <summary>Whether it is a whole number in the range, in steps.</summary>
    public static bool IsMinutes(this string? typed, int least, int most, int step) =>
        Tolerant.Number(typed) is { } number && number >= least && number <= most && number % step == 0;

    /// <summary>A name in each language.</summary>
    public static void AddNames<T>(
        this AbstractValidator<T> validator, Func<T, FieldDictionary> fields, int length,
        IStringLocalizer<CatalogueTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        foreach (var language in Languages.All)
        {
            validator.RuleFor(input => fields(input)[language.Name])
                .RequiredText(length, () => texts["Name.Missing", Languages.OwnName(language)], shared)
                .OverridePropertyName($"Names[{language.Name}]");
        }
    }

    /// <summary>A description in each language.</summary>
    public static void AddDescriptions<T>(
        this AbstractValidator<T> validator, Func<T, FieldDictionary> fields, int length,
        IStringLocalizer<CatalogueTexts> texts, IStringLocalizer<SharedTexts> shared, bool isRequired)
    {
        foreach (var language in Languages.All)
        {
            var name = $"Descriptions[{language.Name}]";
            var rule = validator.RuleFor(input => fields(input)[language.Name]);
            (isRequired
                ? rule.RequiredMessage(length, () => texts["Description.Missing", Languages.OwnName(language)], shared)
                : rule.OptionalText(length, shared)).OverridePropertyName(name);
        }
    }
}
