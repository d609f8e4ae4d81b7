using AssistPortal.Web.Features.Accounts;
using AssistPortal.Web.Features.Errors;
using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

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

        app.UseRouting();
        app.UseNotedRoutes();
        app.UseReadableRequests();

        // Who comes back from an identity provider is answered by authentication itself: no page has that address.
        app.UseAuthentication();
        app.UseMiddleware<UnansweredRequests>();
        app.UseRequestLocalization();
        app.UseAuthorization();
        app.UseMiddleware<SecondFactorGate>();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapControllers().WithStaticAssets();
    }
}
