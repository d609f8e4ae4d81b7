using System.Diagnostics;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Watching;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace AssistPortal.Web.Composition;

/// <summary>
/// Metrics and traces by OpenTelemetry's protocol, when OpenTelemetry's own variable names where to
/// (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>); its other variables hold too.
/// </summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddPortalTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration[Endpoint]))
        {
            return;
        }

        builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics
                .AddMeter(MailMetrics.MeterName, "Microsoft.EntityFrameworkCore", "Npgsql")
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddSqlClientInstrumentation()
                .AddOtlpExporter())
            .WithTracing(traces => traces
                .AddSource(MailTracing.SourceName)
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddEntityFrameworkCoreInstrumentation()
                .AddSqlClientInstrumentation()
                .AddNpgsql()
                .AddProcessor(new RouteInsteadOfAddress())
                .AddOtlpExporter());
    }

    /// <summary>
    /// Addresses hold tokens of feeds and links, request numbers and e-mails: their route tells enough.
    /// </summary>
    private sealed class RouteInsteadOfAddress : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            if (data.Kind == ActivityKind.Server)
            {
                data.SetTag("url.path", data.GetTagItem("http.route"));
                data.SetTag("url.query", null);
            }
            else if (data.GetTagItem("url.full") is string full
                && Uri.TryCreate(full, UriKind.Absolute, out var address))
            {
                // Addresses of calendars outside are secrets.
                data.SetTag("url.full", address.GetLeftPart(UriPartial.Authority));
            }
        }
    }
}
