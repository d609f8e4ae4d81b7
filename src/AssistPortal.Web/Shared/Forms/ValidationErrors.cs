using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AssistPortal.Web.Shared.Forms;

internal static class ValidationErrors
{
    /// <summary>Carries a validator's findings to the page.</summary>
    public static void Add(this ModelStateDictionary modelState, ValidationResult result)
    {
        foreach (var error in result.Errors)
        {
            modelState.AddModelError(error.PropertyName, error.ErrorMessage);
        }
    }
}
