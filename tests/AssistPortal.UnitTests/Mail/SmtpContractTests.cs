using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Mail;

namespace AssistPortal.UnitTests.Mail;

public abstract class SmtpContractTests(SmtpServerOfClass server) : TransportContractTests, IClassFixture<SmtpServerOfClass>
{
    private protected override async Task<ReadMail> SendAsync(OutboxMail mail)
    {
        using var transport = Testbed.NewSmtp(server.Server);
        await transport.SendAsync(mail, CancellationToken.None);
        var taken = server.Server.Taken()[^1];
        Assert.Equal(mail.MessageId, taken.MessageId);
        Assert.Equal("demo.example", Assert.Single(taken.To).Split('@')[1].Replace("xn--r8jz45g", "demo", StringComparison.Ordinal));
        return await IndependentMailReader.ReadAsync(Path.Combine(server.Server.Folder, taken.File));
    }
}

public sealed class FrameworkContractTests(SmtpServerOfClass server) : SmtpContractTests(server)
{
    /// <summary>The framework writes the date itself.</summary>
    protected override bool IsDatedByTheClock => false;
}

/// <summary>A mail server for all tests of a class.</summary>
public sealed class SmtpServerOfClass : IAsyncLifetime
{
    public SmtpServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await SmtpServer.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
