using System.Net;
using System.Text;
using System.Threading.Channels;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace AssistPortal.IntegrationTests.Mailing;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Figures_and_traces_reach_whoever_collects_them_without_the_tokens_of_addresses()
    {
        await using var collector = await CollectAsync(out var figures, out var traces);
        await using var portal = Traced(collector);
        await portal.WriteOrdersAsync(1);
        var server = await portal.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };
        Assert.Equal(
            HttpStatusCode.NotFound, (await http.GetAsync(new Uri("/feeds/SECRET.ics", UriKind.Relative))).StatusCode);
        await http.GetAsync(new Uri("/SECRET", UriKind.Relative));
        await http.GetAsync(new Uri("/assist/manage/open?token=SECRET", UriKind.Relative));

        await AssertSentAsync(
            figures, "assistportal.mail.oldest_unsent", "assistportal.mail.failed", "Unreachable",
            "http.server.request.duration",
            "dotnet.gc.collections");

        // Of pages that are not there, the route is that of the page that says so.
        var told = await AssertSentAsync(traces, "error/{status:int}", "assist/manage/open", "mail attempt", "SELECT");
        Assert.DoesNotContain("SECRET", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attempt_at_a_mail_logs_the_trace_of_the_request_that_placed_the_order()
    {
        await using var portal = PortalFactory.With(new PortalSetup
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Mail:Smtp:Host"] = "127.0.0.1",
                ["Mail:Smtp:Port"] = $"{ServerProcess.FreePort()}",
            },
        });
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        await browser.OrderAsync();

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!portal.Log.Lines.Any(IsAttempt))
        {
            await Task.Delay(50, patience.Token);
        }

        var placed = portal.Log.Lines.Last(line => line.Category == "Serilog"
            && line.Message.StartsWith("POST /assist/order/", StringComparison.Ordinal)
            && line.Message.Contains("/event-information answered 302", StringComparison.Ordinal));
        Assert.Equal(placed.TraceId, portal.Log.Lines.First(IsAttempt).TraceId);
        Assert.Empty(portal.Services.GetServices<TracerProvider>());
        Assert.Empty(portal.Services.GetServices<MeterProvider>());
    }

    private static bool IsAttempt(LogLine line) => line.Message.Contains("failed at attempt", StringComparison.Ordinal);

    private static Task<WebApplication> CollectAsync(out Channel<string> figures, out Channel<string> traces)
    {
        var channels = new Dictionary<string, Channel<string>>(StringComparer.Ordinal)
        {
            ["/v1/metrics"] = figures = Channel.CreateUnbounded<string>(),
            ["/v1/traces"] = traces = Channel.CreateUnbounded<string>(),
        };
        return StartAsync();

        async Task<WebApplication> StartAsync()
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var collector = builder.Build();
            collector.Run(async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                if (channels.TryGetValue(context.Request.Path, out var channel))
                {
                    await channel.Writer.WriteAsync(Encoding.Latin1.GetString(body.ToArray()));
                }
            });
            await collector.StartAsync();
            return collector;
        }
    }

    private static MailingPortal Traced(WebApplication collector) =>
        new(DatabaseProvider.Sqlite, ServerProcess.FreePort())
        {
            Variables =
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Urls.Single(),
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
            },
        };

    /// <summary>Waits until all of it was sent.</summary>
    /// <returns>What was sent.</returns>
    private static async Task<string> AssertSentAsync(Channel<string> reports, params string[] wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var told = new StringBuilder();
        while (!Array.TrueForAll(wanted, name => told.ToString().Contains(name, StringComparison.Ordinal)))
        {
            told.Append(await reports.Reader.ReadAsync(patience.Token));
        }

        return told.ToString();
    }
}
