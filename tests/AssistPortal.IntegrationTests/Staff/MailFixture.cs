using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Samples;
using AssistPortal.Mail.Sending;
using AssistPortal.Mail.Templates;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>A portal with a coordinator signed in, whose mails are sent only when a test says so.</summary>
public sealed class MailFixture : IAsyncLifetime
{
    public const string Coordinator = "coordinator@demo.example";

    private readonly StubTransport transport = new();
    private int written;

    public MailFixture()
        : this(database: null)
    {
    }

    internal MailFixture(TestDatabase? database) => Portal = PortalFactory.With(new PortalSetup
    {
        Database = database,
        Services = services =>
        {
            services.Remove(services.Single(service => service.ImplementationType == typeof(OutboxWorker)));
            services.RemoveAll<IMailTransport>().AddSingleton<IMailTransport>(transport);
            services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(Race));
            services.AddSingleton<IMailSample>(new SampleMail("later.kind:odd"));
        },
    });

    public PortalFactory Portal { get; }

    public PortalClient Browser { get; private set; } = null!;

    internal SavingRace Race { get; } = new();

    public string Words(string sentence) => Portal.Words("en", sentence);

    public async Task InitializeAsync()
    {
        Browser = Portal.CreatePortalClient();
        await Browser.SignInAsync(Coordinator);
        await Portal.InDatabaseAsync(db => db.Users.Where(user => user.Email == Coordinator)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.TimeZone, "America/New_York")));
    }

    public async Task DisposeAsync()
    {
        Browser.Dispose();
        await Portal.DisposeAsync();
    }

    /// <summary>Writes a mail; the subject counts up.</summary>
    public async Task<OutboxMail> WriteAsync(Func<MailToWrite, MailToWrite>? change = null)
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        var row = scope.ServiceProvider.GetRequiredService<Outbox>()
            .Write((change ?? (mail => mail))(Mail($"{++written}")));
        await scope.ServiceProvider.GetRequiredService<PortalDbContext>().SaveChangesAsync();
        return row;
    }

    /// <summary>Tries what is due.</summary>
    public async Task SendAsync(MailFailure? failure = null)
    {
        transport.Failure = failure;
        await using var scope = Portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OutboxBatch>().SendDueAsync(CancellationToken.None);
    }

    public Task<OutboxMail> ReadAsync(Guid id) =>
        Portal.InDatabaseAsync(db => db.Set<OutboxMail>().AsNoTracking().SingleAsync(mail => mail.Id == id));

    /// <summary>A server takes the mail to send it.</summary>
    public Task LeaseAsync(Guid id)
    {
        Instant? until = Portal.Clock.GetCurrentInstant() + Duration.FromMinutes(2);
        Guid? owner = Guid.NewGuid();
        return Portal.InDatabaseAsync(db => db.Set<OutboxMail>().Where(mail => mail.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(mail => mail.LeaseOwner, owner).SetProperty(mail => mail.LeaseUntil, until)));
    }

    public async Task SendAgainAsync(Guid id) => await (await OpenAsync(id)).SubmitFormAsync("#resend-form");

    public Task<PortalPage> OpenAsync(Guid id, string view = "html") =>
        Browser.GetAsync($"/staff/mail/{id}?view={view}");

    internal static MailToWrite Mail(string number) => new()
    {
        Cause = "order.placed",
        SubjectId = $"thing-{number}",
        Revision = 0,
        Recipient = "hannah.brooks@customer.example",
        RecipientName = "Hannah Brooks",
        Language = "en",
        Subject = $"Your order {number}",
        Body = new MailBody("Your order is placed.").Heading("Your order is placed").Paragraph("Thank you."),
    };

    private sealed class StubTransport : IMailTransport
    {
        public MailFailure? Failure { get; set; }

        public Task SendAsync(OutboxMail mail, CancellationToken cancellationToken) => Failure is { } failure
            ? throw new MailException(failure, $"552 5.2.2 <{mail.Recipient}>: over <quota>")
            : Task.CompletedTask;
    }

    private sealed class SampleMail(string key) : IMailSample
    {
        public string Key => key;

        public MailToWrite Compose(string language) => Mail("1") with
        {
            Language = language,
            Subject = $"{key} {language} {System.Globalization.CultureInfo.CurrentUICulture.Name}",
        };
    }
}
