using System.Diagnostics;
using System.Globalization;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Benchmarks.Servers;
using AssistPortal.Data.Database;
using AssistPortal.Mail;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using AssistPortal.Mail.Templates;
using AssistPortal.TestSupport.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Benchmarks.Commands;

/// <summary><c>mails</c>: mails one after the other over one connection to a server on the loopback.</summary>
internal static class MailsCommand
{
    // What the end of a mail cost with a client that waited for an acknowledgement before it.
    private const double Bar = 45;

    public static async Task RunAsync(Arguments arguments, Figures figures, CancellationToken cancellationToken)
    {
        using var folder = new TempFolder();
        await using var server = await SmtpServer.StartAsync();
        await using var services = Services(folder.Path, server.Port);
        await using var scope = services.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
        var transport = scope.ServiceProvider.GetRequiredService<IMailTransport>();
        var mails = Enumerable.Range(0, arguments.Number("mails", 200))
            .Select(number => outbox.Write(Mail(number)))
            .ToList();
        await transport.SendAsync(outbox.Write(Mail(-1)), cancellationToken);

        var times = new Latencies();
        var began = Stopwatch.GetTimestamp();
        foreach (var mail in mails)
        {
            var since = Stopwatch.GetTimestamp();
            await transport.SendAsync(mail, cancellationToken);
            times.Add(since);
        }

        var perSecond = mails.Count / Stopwatch.GetElapsedTime(began).TotalSeconds;
        var together = Latencies.Together([times]);
        figures.AtMost($"a mail, median of {mails.Count}", together.Quantile(0.5), Bar, "ms");
        Figures.Tell("quantiles", $"{together}");
        Figures.Tell("over one connection", perSecond, "mails/s");
        figures.AtMost("connections", (await server.CountAsync()).Connections, 1, "");
    }

    private static ServiceProvider Services(string folder, int port) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Mail:Smtp:Host"] = "127.0.0.1",
                ["Mail:Smtp:Port"] = port.ToString(CultureInfo.InvariantCulture),
            })
            .Build())
        .AddLogging()
        .AddPortalDatabase(folder)
        .AddMail(folder)
        .BuildServiceProvider();

    private static MailToWrite Mail(int number) => new()
    {
        Cause = "order.placed",
        SubjectId = "order-1",
        Revision = number,
        Recipient = "host@demo.example",
        RecipientName = "王小明",
        Language = "en",
        Subject = $"會議 {number}",
        Body = new MailBody("Your order is placed.").Paragraph("Thank you."),
    };
}
