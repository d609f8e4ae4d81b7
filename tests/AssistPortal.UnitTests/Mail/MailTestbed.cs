using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Data.Time;
using AssistPortal.Mail;
using AssistPortal.Mail.Digests;
using AssistPortal.Mail.Mime;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using AssistPortal.Mail.Smtp;
using AssistPortal.Mail.Templates;
using AssistPortal.Mail.Watching;
using AssistPortal.TestSupport;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using NodaTime;
using NodaTime.Testing;

namespace AssistPortal.UnitTests.Mail;

/// <summary>An outbox in a database of its own, with a pickup folder beside it.</summary>
internal sealed class MailTestbed : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assistportal-test-");
    private readonly ServiceProvider services =
        new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

    private readonly TestDatabase store;
    private readonly IdleSessions kept = new();

    public MailTestbed(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        store = TestDatabase.Create(provider);
        Options.PickupDirectory = Path.Combine(folder.FullName, "mail");
    }

    public FakeClock Clock { get; } = TestClock.AtStartOfDecember2026();

    /// <summary>How far what the domain calls now is ahead of <see cref="Clock"/>.</summary>
    public Duration Shift { get; set; }

    public MailOptions Options { get; } = new();

    public static MailToWrite Mail(
        string subjectId = "order-1",
        string cause = "order.placed",
        int revision = 0,
        string recipient = "host@demo.example") => new()
    {
        Cause = cause,
        SubjectId = subjectId,
        Revision = revision,
        Recipient = recipient,
        Language = "en",
        Subject = $"{cause} {revision}",
        Body = new MailBody("Your order is placed.").Paragraph("Thank you."),
    };

    public PortalDbContext NewContext() => store.NewContext();

    public Outbox NewOutbox(PortalDbContext database) =>
        new(database, NewRenderer(), Wrapped(), new ShiftedClock(this), Clock);

    public MailRenderer NewRenderer() =>
        new(services.GetRequiredService<IStringLocalizer<MailTexts>>(), Wrapped());

    public PickupFolderTransport NewPickupFolder() => new(new MimeMessageFactory(Wrapped(), []), Wrapped());

    /// <summary>A transport to that server, without TLS unless it is asked for.</summary>
    public SmtpTransport NewSmtp(SmtpServer server, IdleSessions? idle = null) => NewSmtp(server.Port, idle);

    public SmtpTransport NewSmtp(int port, IdleSessions? idle = null)
    {
        (Options.Smtp.Host, Options.Smtp.Port) = ("127.0.0.1", port);
        return new(
            new MimeMessageFactory(Wrapped(), []),
            new SmtpConnector(
                Wrapped(), new AccessTokens(Mock.Of<IHttpClientFactory>(), Wrapped(), SystemClock.Instance)),
            idle ?? kept,
            Wrapped());
    }

    /// <summary>Writes and saves mails in one transaction.</summary>
    public async Task<IReadOnlyList<OutboxMail>> WriteAsync(params MailToWrite[] mails)
    {
        await using var database = NewContext();
        var outbox = NewOutbox(database);
        var rows = mails.Select(outbox.Write).ToList();
        await database.SaveChangesAsync();
        return rows;
    }

    /// <summary>One pass, as a server of its own would make it.</summary>
    /// <returns>How many mails were sent.</returns>
    public async Task<int> SendDueAsync(
        IMailTransport transport,
        ILogger<MailAttempt>? logger = null,
        CancellationToken cancellationToken = default,
        params IEnumerable<object> helpers) => (await PassAsync(transport, logger, cancellationToken, helpers)).Sent;

    /// <summary>One pass, with secrets and witnesses, and how it went.</summary>
    public async Task<BatchOutcome> PassAsync(
        IMailTransport transport,
        ILogger<MailAttempt>? logger = null,
        CancellationToken cancellationToken = default,
        params IEnumerable<object> helpers)
    {
        var server = new ServiceCollection()
            .AddMetrics()
            .AddSingleton<MailMetrics>()
            .AddSingleton(transport)
            .AddSingleton(logger ?? NullLogger<MailAttempt>.Instance)
            .AddSingleton(Wrapped())
            .AddSingleton<IClock>(new ShiftedClock(this))
            .AddKeyedSingleton<IClock>(Clocks.Real, Clock)
            .AddScoped(_ => NewContext())
            .AddSingleton<ILogger<LeasedMails>>(NullLogger<LeasedMails>.Instance)
            .AddScoped<MailAttempt>()
            .AddScoped<LeasedMails>()
            .AddScoped<OutboxBatch>();
        foreach (var helper in helpers)
        {
            _ = helper switch
            {
                IMailSecret secret => server.AddSingleton(secret),
                IMailWitness witness => server.AddSingleton(witness),
                Func<PortalDbContext, IMailWitness> witness =>
                    server.AddScoped(scoped => witness(scoped.GetRequiredService<PortalDbContext>())),
                _ => throw new ArgumentException("Neither secret nor witness.", nameof(helpers)),
            };
        }

        await using var provider = server.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OutboxBatch>().SendDueAsync(cancellationToken);
    }

    /// <summary>Writes the digests that are due, as a server of its own would.</summary>
    /// <returns>How many.</returns>
    public async Task<int> WriteDigestsAsync()
    {
        await using var database = NewContext();
        using var signal = new OutboxSignal();
        var digest = new DigestMail(services.GetRequiredService<IStringLocalizer<MailTexts>>());
        return await new MailDigests(database, NewOutbox(database), signal, digest, Clock).WriteDueAsync(
            CancellationToken.None);
    }

    public async Task<OutboxMail> ReadAsync(Guid id)
    {
        await using var database = NewContext();
        return await database.Set<OutboxMail>().SingleAsync(mail => mail.Id == id);
    }

    public void Dispose()
    {
        kept.Dispose();
        services.Dispose();
        store.Dispose();
        folder.Delete(recursive: true);
    }

    private IOptions<MailOptions> Wrapped() => Microsoft.Extensions.Options.Options.Create(Options);

    private sealed class ShiftedClock(MailTestbed testbed) : IClock
    {
        public Instant GetCurrentInstant() => testbed.Clock.GetCurrentInstant() + testbed.Shift;
    }
}
