using AssistPortal.Web.Features.Accounts;
using AssistPortal.Web.Features.Errors;
using AssistPortal.Web.Shared.Http;

namespace AssistPortal.Web.Composition;

/// <summary>The way of a request, from the outside in.</summary>
internal static class Pipeline
{
    public static void UsePortal(this WebApplication app)
    {
        app.UseKnownProxies();
        app.UseRequestLogging();
        app.UseHeadAsGet();
        app.UseSecurityHeaders();
        app.UseNoStoreForPages();
        app.UseResponseCompression();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            StatusCodeSelector = FaultStatus.Of,
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseOwnAddress();
        if (app.Services.GetRequiredService<Cookies>().Secure)
        {
            app.UseHsts();
        }

        app.UseTypedPages();
        app.UseRouting();
        app.UseNotedRoutes();
        app.UseReadableRequests();
        app.UseTypedForms();

        // Who comes back from an identity provider is answered by authentication itself: no page has that address.
        app.UseAuthentication();
        app.UseCheckedSessions();
        app.UseMiddleware<UnansweredRequests>();
        app.UseRequestLocalization();
        app.UseAuthorization();
        app.UseMiddleware<SecondFactorGate>();
        app.MapStaticAssets().AllowAnonymous();
        app.MapPortalHealth();
        app.MapControllers().WithStaticAssets();
    }

    /// <summary>Runs until it is told to stop. What has begun is stopped where the start fails.</summary>
    public static async Task RunToEndAsync(this WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.StopAsync();
            throw;
        }

        await app.WaitForShutdownAsync();
    }

    private static void UseCheckedSessions(this WebApplication app) => app.Use((context, next) =>
    {
        if (!context.IsOnErrorPage())
        {
            SessionCookieEvents.ThrowIfUnchecked(context);
        }

        return next(context);
    });
}
