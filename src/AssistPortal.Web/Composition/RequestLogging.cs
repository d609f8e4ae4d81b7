using Microsoft.AspNetCore.StaticAssets;
using Serilog;
using Serilog.Events;

namespace AssistPortal.Web.Composition;

/// <summary>
/// One line per request: method, route, status, time. The address itself may hold tokens, request numbers or e-mails.
/// </summary>
internal static class RequestLogging
{
    private static readonly object Route = new();

    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"];

    public static void UseRequestLogging(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        options.MessageTemplate = "{Method:l} {Route:l} answered {StatusCode} in {Elapsed:0.0} ms";
        options.GetMessageTemplateProperties = Properties;
        options.GetLevel = (context, _, fault) => LevelOf(context, fault);
    });

    /// <summary>Notes what was asked for: by the end, it may be the page that tells of an error.</summary>
    public static IApplicationBuilder UseNotedRoutes(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.IsOnErrorPage() && context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern })
        {
            context.Items[Route] = $"/{pattern.TrimStart('/')}";
        }

        return next(context);
    });

    private static LogEventProperty[] Properties(HttpContext context, string path, double elapsed, int status) =>
    [
        new("Method", new ScalarValue(Methods.Contains(context.Request.Method) ? context.Request.Method : "?")),
        new("Route", new ScalarValue(context.Items[Route] ?? "-")),
        new("StatusCode", new ScalarValue(status)),
        new("Elapsed", new ScalarValue(elapsed)),
    ];

    private static LogEventLevel LevelOf(HttpContext context, Exception? fault) =>
        fault is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error
        : IsBeside(context) ? LogEventLevel.Debug
        : LogEventLevel.Information;

    /// <summary>Files of the pages, and questions of whoever watches the portal.</summary>
    private static bool IsBeside(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
        || context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);
}
