using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Shared.Forms;

internal static class FormResults
{
    /// <summary>Carries a validator's findings to the page.</summary>
    /// <returns>Whether the form is valid.</returns>
    public static bool Accepts(this Controller controller, ValidationResult result)
    {
        foreach (var error in result.Errors)
        {
            controller.ModelState.AddModelError(error.PropertyName, error.ErrorMessage);
        }

        return controller.ModelState.IsValid;
    }

    /// <summary>The form again, with its errors: status 422.</summary>
    public static ViewResult FormAgain(this Controller controller, string view, object model)
    {
        controller.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return controller.View(view, model);
    }
}
