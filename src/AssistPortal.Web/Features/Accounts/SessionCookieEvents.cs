using System.Globalization;
using System.Runtime.ExceptionServices;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.SignIn;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.Options;

namespace AssistPortal.Web.Features.Accounts;

/// <summary>How long a session lives, and what happens to somebody who is not signed in, or may not enter.</summary>
internal static class SessionCookieEvents
{
    /// <summary>However busy somebody is, a session ends after that.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>How soon a session notices that the account was signed out elsewhere, locked or changed.</summary>
    public static readonly TimeSpan Recheck = TimeSpan.FromMinutes(1);

    /// <summary>Where a session keeps when it began.</summary>
    public const string Began = "began";

    private static readonly object Unchecked = new();

    /// <summary>
    /// Lets nobody on whose session could not be checked. To be used after authentication, but not for error pages.
    /// </summary>
    public static void ThrowIfUnchecked(HttpContext context) =>
        (context.Items[Unchecked] as ExceptionDispatchInfo)?.Throw();

    public static void Apply(CookieAuthenticationOptions options)
    {
        options.LoginPath = "/account/sign-in";
        options.ReturnUrlParameter = "ReturnUrl";
        options.Events.OnSigningIn = NoteBeginning;
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = ToSignIn;
        options.Events.OnRedirectToAccessDenied = async context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await context.HttpContext.RequestServices.GetRequiredService<SecurityLog>()
                .DeniedAsync(context.HttpContext.User.UserId(), PageOf(context.HttpContext), CancellationToken.None);
        };
    }

    private static string PageOf(HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern }
            ? $"/{pattern.TrimStart('/')}"
            : "-";

    private static Task NoteBeginning(CookieSigningInContext context)
    {
        context.Properties.Items.TryAdd(Began, Now(context.Options).ToString("O", CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (!context.Properties.Items.TryGetValue(Began, out var noted)
            || DateTimeOffset.Parse(noted!, CultureInfo.InvariantCulture) + Longest < Now(context.Options))
        {
            context.RejectPrincipal();
            return;
        }

        // Files of pages and questions for the health have nothing to do with who asks.
        var page = context.HttpContext.GetEndpoint()?.Metadata;
        var isCheckedNow = page?.GetMetadata<CheckedSessionAttribute>() is not null;
        if (page?.GetMetadata<ControllerActionDescriptor>() is null || (!isCheckedNow && WasChecked(context)))
        {
            return;
        }

        var issued = context.Properties.IssuedUtc;
        try
        {
            // The validator looks for itself when it was asked last, and asks where that is not known.
            context.Properties.IssuedUtc = isCheckedNow ? null : issued;
            await SecurityStampValidator.ValidatePrincipalAsync(context);
            context.Properties.IssuedUtc ??= issued;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The page that tells of it reads the session again, and would get the same exception.
            context.HttpContext.Items[Unchecked] = ExceptionDispatchInfo.Capture(fault);
        }
    }

#pragma warning disable RS0030 // The cookie itself runs out by this clock.
    /// <summary>
    /// Whether the validator would let the session pass: to make one for that costs more than to read the cookie.
    /// </summary>
    private static bool WasChecked(CookieValidatePrincipalContext context)
    {
        var options = context.HttpContext.RequestServices
            .GetRequiredService<IOptions<SecurityStampValidatorOptions>>().Value;
        return context.Properties.IssuedUtc is { } issued
            && (options.TimeProvider ?? TimeProvider.System).GetUtcNow() - issued <= options.ValidationInterval;
    }

    private static DateTimeOffset Now(CookieAuthenticationOptions options) => options.TimeProvider!.GetUtcNow();
#pragma warning restore RS0030

    private static Task ToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var here = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
        var isShownAgain = TypedForms.IsShownOn(context.HttpContext);
        if (isShownAgain || CarriedForms.IsOwnForm(context.Request))
        {
            here = isShownAgain ? TypedForms.AddressFor(here) : here;

            // 307 makes the browser post the form once more, there.
            context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            context.Response.Headers.Location =
                $"{context.Request.PathBase}/account/session-ended{QueryString.Create("ReturnUrl", here)}";
            return Task.CompletedTask;
        }

        // Relative: the host that a request names is not to be trusted.
        context.Response.Redirect($"{context.Request.PathBase}/account/sign-in{QueryString.Create("ReturnUrl", here)}");
        return Task.CompletedTask;
    }
}
