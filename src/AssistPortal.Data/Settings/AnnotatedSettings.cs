using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace AssistPortal.Data.Settings;

/// <summary>
/// Checks settings by their annotations, as the framework's own check does, but tells them by the names that operators
/// know.
/// </summary>
/// <param name="section">Where they stand.</param>
internal sealed class AnnotatedSettings<T>(string section) : IValidateOptions<T>
    where T : class
{
    public ValidateOptionsResult Validate(string? name, T options)
    {
        var faults = FaultsOf(section, options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsOf(string section, object settings)
    {
        foreach (var property in settings.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var (name, value) = ($"{section}:{property.Name}", property.GetValue(settings));
            var broken = property.GetCustomAttributes<ValidationAttribute>()
                .OrderBy(rule => rule is not RequiredAttribute)
                .FirstOrDefault(rule => !rule.IsValid(value));
            if (broken is not null)
            {
                yield return Sentence(name, value, broken);
            }

            var parts = value is not null && property.IsDefined(typeof(ValidateObjectMembersAttribute))
                ? FaultsOf(name, value)
                : [];
            foreach (var fault in parts)
            {
                yield return fault;
            }
        }

        foreach (var fault in (settings as IValidatableObject)?.Validate(new ValidationContext(settings)) ?? [])
        {
            yield return fault.ErrorMessage!.StartsWith(section, StringComparison.Ordinal)
                ? fault.ErrorMessage
                : $"{section}:{fault.ErrorMessage}";
        }
    }

    private static string Sentence(string name, object? value, ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => $"{name} is missing.",
        RangeAttribute range => string.Create(
            CultureInfo.InvariantCulture,
            $"{name} is {value}; allowed is {SettingWords.Allowed(value!.GetType(), range)}."),
        StringLengthAttribute length => string.Create(
            CultureInfo.InvariantCulture, $"{name} is too long; allowed are {length.MaximumLength} characters."),
        _ => rule.FormatErrorMessage(name),
    };
}
