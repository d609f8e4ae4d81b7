using AssistPortal.Data;
using AssistPortal.Mail;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AssistPortal.UnitTests.Mail;

public sealed class MailSetupTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assistportal-test-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_written_mail_lies_in_the_data_folder_soon_after_the_signal()
    {
        using var host = NewHost();
        await CreateDatabaseAsync(host);
        await host.StartAsync();

        await WriteAsync(host);
        host.Services.GetRequiredService<OutboxSignal>().Notify();

        await WaitForFileAsync();
        await host.StopAsync();
    }

    [Fact]
    public async Task The_worker_survives_a_database_that_is_not_there_yet()
    {
        using var host = NewHost();
        await host.StartAsync();
        var worker = host.Services.GetServices<IHostedService>().OfType<OutboxWorker>().Single();
        await Task.Delay(500);
        Assert.False(worker.ExecuteTask!.IsCompleted);

        await CreateDatabaseAsync(host);
        await WriteAsync(host);
        host.Services.GetRequiredService<OutboxSignal>().Notify();

        await WaitForFileAsync();
        await host.StopAsync();
        Assert.True(worker.ExecuteTask.IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData("Mail:From", "no address")]
    [InlineData("Mail:From", "Portal <assist@portal.example>")]
    [InlineData("Mail:ReplyTo", "coordinators")]
    [InlineData("Mail:FromName", "")]
    [InlineData("Mail:AtOnce", "0")]
    [InlineData("Mail:ServerRest", "00:00:00")]
    [InlineData("Mail:Retry:Later", "00:00:00")]
    [InlineData("Mail:Retry:Waits:0", "-00:00:01")]
    [InlineData("Mail:Smtp:Port", "0")]
    [InlineData("Mail:Smtp:Host", "smtp.example:587")]
    [InlineData("Mail:Smtp:UserName", "portal")]
    [InlineData("Mail:Smtp:Password", "secret")]
    [InlineData("Mail:Smtp:PasswordFile", "/run/secrets/mail")]
    public async Task Wrong_settings_stop_the_start(string key, string value)
    {
        using var host = NewHost((key, value));

        await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
    }

    [Fact]
    public void Waits_of_the_settings_take_the_place_of_the_usual_ones()
    {
        using var host = NewHost(("Mail:Retry:Waits:0", "00:00:01"), ("Mail:Retry:Waits:1", "00:00:02"));

        Assert.Equal(
            [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)],
            host.Services.GetRequiredService<IOptions<MailOptions>>().Value.Retry.Waits);
    }

    [Theory]
    [InlineData("localhost", SmtpSecurity.Auto, SmtpSecurity.None)]
    [InlineData("127.0.0.9", SmtpSecurity.Auto, SmtpSecurity.None)]
    [InlineData("::1", SmtpSecurity.Auto, SmtpSecurity.None)]
    [InlineData("10.0.0.1", SmtpSecurity.Auto, SmtpSecurity.StartTls)]
    [InlineData("localhost.example", SmtpSecurity.Auto, SmtpSecurity.StartTls)]
    [InlineData("localhost", SmtpSecurity.StartTls, SmtpSecurity.StartTls)]
    [InlineData("smtp.example", SmtpSecurity.None, SmtpSecurity.None)]
    public void Nothing_leaves_this_machine_in_the_clear_unasked(
        string host, SmtpSecurity asked, SmtpSecurity effective) =>
        Assert.Equal(effective, new SmtpOptions { Host = host, Security = asked }.EffectiveSecurity);

    [Fact]
    public void A_transport_that_was_registered_before_stays()
    {
        var transport = new RecordingTransport();
        var services = new ServiceCollection().AddSingleton<IMailTransport>(transport).AddMail(folder.FullName);

        using var provider = services.BuildServiceProvider();
        Assert.Same(transport, provider.GetRequiredService<IMailTransport>());
    }

    private static async Task CreateDatabaseAsync(IHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Database.EnsureCreatedAsync();
    }

    private static async Task WriteAsync(IHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Outbox>().Write(MailTestbed.Mail());
        await scope.ServiceProvider.GetRequiredService<PortalDbContext>().SaveChangesAsync();
    }

    private IHost NewHost(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddPortalData(folder.FullName).AddMail(folder.FullName);
        return builder.Build();
    }

    private async Task WaitForFileAsync()
    {
        var mails = Path.Combine(folder.FullName, "mail");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!Directory.Exists(mails) || Directory.GetFiles(mails, "*.eml").Length == 0)
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
