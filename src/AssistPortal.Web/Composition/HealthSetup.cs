using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AssistPortal.Web.Composition;

/// <summary><c>/health/live</c> and <c>/health/ready</c>.</summary>
internal static class HealthSetup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddPortalHealth(this IServiceCollection services, string dataDirectory)
    {
        services.AddSingleton<ServerRoom>()
            .AddSingleton<IExceptionHandler>(provider => provider.GetRequiredService<ServerRoom>());
        services.AddSingleton(new DataFolder(dataDirectory)).AddHealthChecks()
            .AddCheck<DatabaseHealthCheck>("database", timeout: Patience)
            .AddCheck<DataFolderHealthCheck>("data folder", timeout: Patience)
            .AddCheck<KeyHealthCheck>("keys");
        return services;
    }

    public static void MapPortalHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    /// <summary>
    /// The state in the first line, what is to be said of it below. What a fault says stays in the log: anybody may
    /// ask.
    /// </summary>
    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        var remarks = report.Entries
            .Where(entry => entry.Value is { Description.Length: > 0, Exception: null })
            .Select(entry => $"{entry.Key}: {entry.Value.Status}. {entry.Value.Description}");
        return context.Response.WriteAsync(string.Join('\n', remarks.Prepend($"{report.Status}")));
    }
}
