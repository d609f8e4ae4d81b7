using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Accounts;

/// <summary>Where somebody goes on to who has shown a password, or all that is asked for.</summary>
internal static class SignInSteps
{
    /// <summary>
    /// Back to where they wanted to go, or to the form that was posted after its session had ended, where it is theirs.
    /// Its token must be for the person who has just signed in, as the request is now.
    /// </summary>
    public static async Task<IActionResult> GoOnAsync(
        this Controller controller, CarriedForms carriedForms, string? carried, string? returnUrl) =>
        await carriedForms.OpenAsync(carried, controller.User, controller.HttpContext) is { } form
            ? controller.View("SignedInAgain", form)
            : controller.BackTo(returnUrl);

    /// <summary>To the page that asks for the code; a form that is carried goes with it at once.</summary>
    public static IActionResult AskForCode(this Controller controller, string? carried, string? returnUrl)
    {
        if (string.IsNullOrEmpty(carried))
        {
            var query = LocalAddress.IsLocal(returnUrl) ? $"{QueryString.Create("ReturnUrl", returnUrl!)}" : "";
            return controller.LocalRedirect($"/account/sign-in/second-factor{query}");
        }

        controller.ModelState.Clear();
        return controller.View("SignInCode", new SignInCodeInput { Carried = carried, ReturnUrl = returnUrl });
    }
}
