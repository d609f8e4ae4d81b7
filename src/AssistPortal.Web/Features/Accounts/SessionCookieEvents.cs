using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace AssistPortal.Web.Features.Accounts;

/// <summary>What happens to somebody who is not signed in, or may not enter.</summary>
internal static class SessionCookieEvents
{
    public static void Apply(CookieAuthenticationOptions options)
    {
        options.LoginPath = "/account/sign-in";
        options.ReturnUrlParameter = "ReturnUrl";
        options.Events.OnRedirectToLogin = ToSignIn;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static Task ToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var here = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
        if (CarriedForms.IsOwnForm(context.Request))
        {
            // 307 makes the browser post the form once more, there.
            context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            context.Response.Headers.Location =
                $"{context.Request.PathBase}/account/session-ended{QueryString.Create("ReturnUrl", here)}";
            return Task.CompletedTask;
        }

        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
