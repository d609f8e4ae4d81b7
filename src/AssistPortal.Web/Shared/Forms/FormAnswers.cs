using System.Globalization;
using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Shared.Forms;

/// <summary>
/// The way from a form that was sent to the page that tells what became of it: accepted or shown again, then saved,
/// refused, changed by somebody else meanwhile, or gone (which is not found).
/// </summary>
internal static class FormAnswers
{
    /// <summary>Carries a validator's findings to the page.</summary>
    /// <returns>Whether the form is valid.</returns>
    public static bool Accepts(this Controller controller, ValidationResult result)
    {
        controller.ModelState.Add(result);
        return controller.ModelState.IsValid;
    }

    /// <summary>The form again, with its errors: status 422.</summary>
    public static ViewResult FormAgain(this Controller controller, string view, object page)
    {
        controller.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return controller.View(view, page);
    }

    /// <summary>Saved: a page of the portal's says so.</summary>
    /// <param name="controller">Who has saved it.</param>
    /// <param name="path">The page.</param>
    /// <param name="notice">What it says.</param>
    public static LocalRedirectResult Saved(this Controller controller, string path, string notice)
    {
        controller.TempData["Notice"] = notice;
        return controller.LocalRedirect(path);
    }

    /// <summary>An act without a form that was refused: a page of the portal's says why.</summary>
    public static LocalRedirectResult NotDone(this Controller controller, string path, string reason)
    {
        controller.TempData["Refusal"] = reason;
        return controller.LocalRedirect(path);
    }

    /// <summary>Refused: the form again, with the reason at its field, or above it where the field is empty.</summary>
    public static ViewResult Refused(this Controller controller, string view, object page, string field, string reason)
    {
        controller.ModelState.AddModelError(field, reason);
        return controller.FormAgain(view, page);
    }

    /// <summary>Tried too often: the form again, status 429, with the time to wait.</summary>
    /// <param name="controller">Who has refused it.</param>
    /// <param name="view">The form.</param>
    /// <param name="page">What it shows.</param>
    /// <param name="field">The field at which it is said.</param>
    /// <param name="wait">How long to wait.</param>
    /// <param name="reason">What is said of the time to wait, such as "1 minute".</param>
    public static ViewResult TooMany(
        this Controller controller, string view, object page, string field, Duration wait, Func<string, string> reason)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        controller.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var texts = controller.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<SharedTexts>>();
        var minutes = (seconds + 59) / 60;
        var words = minutes == 1 ? texts["Time.Minute"] : texts["Time.Minutes", minutes];
        var again = controller.Refused(view, page, field, reason(words));
        controller.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return again;
    }

    /// <summary>Changed by somebody else meanwhile: the form again, status 409; not found where it is gone.</summary>
    /// <param name="controller">Who has not saved it.</param>
    /// <param name="view">The form.</param>
    /// <param name="page">What it shows, good for being sent again; null where nothing is left to be changed.</param>
    /// <param name="reason">What has happened; null where the page tells it in its own way.</param>
    public static IActionResult Changed(this Controller controller, string view, object? page, string? reason = null)
    {
        if (page is null)
        {
            return controller.NotFound();
        }

        if (reason is not null)
        {
            controller.ModelState.AddModelError("", reason);
        }

        controller.Response.StatusCode = StatusCodes.Status409Conflict;
        return controller.View(view, page);
    }
}
