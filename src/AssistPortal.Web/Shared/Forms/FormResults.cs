using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AssistPortal.Web.Shared.Forms;

internal static class FormResults
{
    /// <summary>Carries a validator's findings to the page.</summary>
    /// <returns>Whether the form is valid.</returns>
    public static bool Accepts(this Controller controller, ValidationResult result)
    {
        controller.ModelState.Add(result);
        return controller.ModelState.IsValid;
    }

    public static void Add(this ModelStateDictionary modelState, ValidationResult result)
    {
        foreach (var error in result.Errors)
        {
            modelState.AddModelError(error.PropertyName, error.ErrorMessage);
        }
    }

    /// <summary>The form again, with its errors: status 422.</summary>
    public static ViewResult FormAgain(this Controller controller, string view, object model)
    {
        controller.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return controller.View(view, model);
    }
}
