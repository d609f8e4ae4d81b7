using AssistPortal.Mail.Watching;
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

    private static readonly string[] Meters =
        [MailMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.EntityFrameworkCore", "System.Runtime", "Npgsql"];

    public static void AddPortalTelemetry(this WebApplicationBuilder builder)
    {
        if (!string.IsNullOrWhiteSpace(builder.Configuration[Endpoint]))
        {
            builder.Services.AddHostedService<Sender>();
        }
    }

    /// <summary>Sends what is left when the portal stops.</summary>
    private sealed class Sender : IHostedService, IDisposable
    {
        private MeterProvider? metrics;
        private TracerProvider? traces;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            metrics = Sdk.CreateMeterProviderBuilder().AddMeter(Meters).AddOtlpExporter().Build();
            traces = Sdk.CreateTracerProviderBuilder().AddSource("Microsoft.AspNetCore", "Npgsql").AddOtlpExporter().Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            Dispose();
            return Task.CompletedTask;
        }

        public void Dispose()
        {
            metrics?.Dispose();
            traces?.Dispose();
            (metrics, traces) = (null, null);
        }
    }
}
