using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Mail;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.IntegrationTests.Mailing;

/// <summary>Real portal processes that send the mails of one database to one mail server.</summary>
internal sealed class MailingPortal(DatabaseProvider provider, int smtpPort) : IAsyncDisposable
{
    private static readonly string[] Causes = ["order.placed", "order.updated", "order.cancelled"];

    private readonly TestDatabase database = TestDatabase.Create(provider);
    private readonly PortalFolder folder = new();
    private readonly List<ServerProcess> servers = [];
    private readonly ServiceProvider services =
        new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

    /// <summary>Settings of the portal's command line.</summary>
    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal)
    {
        ["Mail:Smtp:Host"] = "127.0.0.1",
        ["Mail:Smtp:Port"] = $"{smtpPort}",
        ["Mail:SendTimeout"] = "00:00:05",
        ["Mail:ServerRest"] = "00:00:01",
        ["Mail:Retry:Waits:0"] = "00:00:01",
        ["Mail:Retry:Later"] = "00:00:01",
    };

    /// <summary>Variables of the portal's environment.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>Starts one more server and waits until it is ready.</summary>
    public async Task<ServerProcess> StartAsync()
    {
        var server = ServerProcess.Start(
            typeof(Program).Assembly.Location,
            ServerProcess.FreePort(),
            Path.Combine(folder.Path, $"server-{servers.Count}.log"),
            new Dictionary<string, string>(Settings, StringComparer.Ordinal)
            {
                ["Database:Provider"] = $"{database.Provider}",
                ["Database:ConnectionString"] = database.ConnectionString,
                ["Portal:DataDirectory"] = folder.Path,
            },
            variables: Variables);
        servers.Add(server);
        await server.WaitAsync("/health/live", CancellationToken.None);
        return server;
    }

    /// <summary>
    /// Writes the mails of some orders to their customers: placed, and of each fifth order updated and cancelled.
    /// </summary>
    /// <returns>Message-IDs of each order's mails in their order, by the customer's address.</returns>
    public async Task<Dictionary<string, List<string>>> WriteOrdersAsync(int count)
    {
        await using var db = database.NewContext();
        var outbox = NewOutbox(db);
        var orders = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var order in Enumerable.Range(1, count))
        {
            var customer = $"host-{order}@demo.example";
            orders[customer] =
            [
                .. Causes.Take(order % 5 == 0 ? Causes.Length : 1)
                    .Select((cause, revision) => outbox.Write(new MailToWrite
                    {
                        Cause = cause,
                        SubjectId = $"order-{order}",
                        Revision = revision,
                        Recipient = customer,
                        RecipientName = "王小明",
                        Language = "en",
                        Subject = $"{cause} 會議 {order}",
                        Body = new MailBody("Your order.").Paragraph("Thank you."),
                    }).MessageId),
            ];
            if (order % 100 == 0 || order == count)
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        }

        return orders;
    }

    /// <summary>Writes mails.</summary>
    /// <returns>Their rows.</returns>
    public async Task<IReadOnlyList<OutboxMail>> WriteAsync(IEnumerable<MailToWrite> mails)
    {
        await using var db = database.NewContext();
        var outbox = NewOutbox(db);
        var rows = mails.Select(outbox.Write).ToList();
        await db.SaveChangesAsync();
        return rows;
    }

    /// <summary>Waits until so many mails are in that state.</summary>
    public Task UntilAsync(int count, OutboxMailState state) =>
        UntilAsync(mails => mails.Where(mail => mail.State == state), count);

    /// <summary>Waits until the query finds so many mails.</summary>
    public async Task UntilAsync(Func<IQueryable<OutboxMail>, IQueryable<OutboxMail>> which, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await using var db = database.NewContext();
        while (await which(db.Set<OutboxMail>()).CountAsync(patience.Token) < count)
        {
            await Task.Delay(100, patience.Token);
        }
    }

    public async Task<List<OutboxMail>> ReadAsync()
    {
        await using var db = database.NewContext();
        return await db.Set<OutboxMail>().AsNoTracking().ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers)
        {
            await server.DisposeAsync();
        }

        await services.DisposeAsync();
        database.Dispose();
        folder.Dispose();
    }

    private Outbox NewOutbox(PortalDbContext db)
    {
        var options = Options.Create(new MailOptions());
        var renderer = new MailRenderer(services.GetRequiredService<IStringLocalizer<MailTexts>>(), options);
        return new Outbox(db, renderer, options, SystemClock.Instance, SystemClock.Instance);
    }
}
