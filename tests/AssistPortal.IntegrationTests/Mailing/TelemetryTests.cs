using System.Text;
using System.Threading.Channels;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace AssistPortal.IntegrationTests.Mailing;

public sealed class TelemetryTests
{
    [Fact]
    public async Task The_figures_of_mail_reach_whoever_collects_them()
    {
        var reports = Channel.CreateUnbounded<string>();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var collector = builder.Build();
        collector.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            if (context.Request.Path == "/v1/metrics")
            {
                await reports.Writer.WriteAsync(Encoding.Latin1.GetString(body.ToArray()));
            }
        });
        await collector.StartAsync();

        await using var portal = new MailingPortal(DatabaseProvider.Sqlite, ServerProcess.FreePort());
        portal.Variables["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Urls.Single();
        portal.Variables["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        portal.Variables["OTEL_METRIC_EXPORT_INTERVAL"] = "500";
        await portal.WriteOrdersAsync(1);
        await portal.StartAsync();

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        string[] wanted = ["assistportal.mail.oldest_unsent", "assistportal.mail.failed", "Unreachable", "http.server.request.duration"];
        var missing = wanted.ToList();
        while (missing.Count > 0)
        {
            var report = await reports.Reader.ReadAsync(patience.Token);
            missing.RemoveAll(name => report.Contains(name, StringComparison.Ordinal));
        }
    }
}
