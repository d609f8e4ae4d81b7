using FluentValidation.Results;

namespace AssistPortal.UnitTests.Web;

internal static class Validation
{
    /// <summary>The one error of a field, or null when it has none; a field never has two at once.</summary>
    public static string? ErrorOf(this ValidationResult result, string field) =>
        result.Errors.SingleOrDefault(error => error.PropertyName == field)?.ErrorMessage;
}
