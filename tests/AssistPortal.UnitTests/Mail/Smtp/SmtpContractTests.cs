using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using AssistPortal.TestSupport.Mail;
using AssistPortal.UnitTests.Mail.Sending;

namespace AssistPortal.UnitTests.Mail.Smtp;

public abstract class SmtpContractTests(SmtpServerOfClass server) : TransportContractTests
{
    private protected SmtpServer Server => server.Server;

    [Fact]
    public async Task An_address_beyond_ASCII_is_refused_for_good_where_the_server_does_not_offer_SMTPUTF8()
    {
        var row = (await Testbed.WriteAsync(MailTestbed.Mail(recipient: "höst@demo.example")))[0];

        var refusal = await Assert.ThrowsAsync<MailException>(() => SendAsync(row));

        Assert.Equal(MailFailure.Address, refusal.Failure);
        Assert.Equal("'höst@demo.example' needs SMTPUTF8, which the mail server does not offer.", refusal.Message);
    }

    private protected override async Task<ReadMail> SendAsync(OutboxMail mail)
    {
        using var transport = Testbed.NewSmtp(Server);
        await transport.SendAsync(mail, CancellationToken.None);
        var taken = Server.Taken()[^1];
        Assert.Equal(mail.MessageId, taken.MessageId);
        Assert.Equal(
            "demo.example",
            Assert.Single(taken.To).Split('@')[1].Replace("xn--r8jz45g", "demo", StringComparison.Ordinal));
        Assert.DoesNotContain("SMTPUTF8", taken.Options);
        return await IndependentMailReader.ReadAsync(Path.Combine(Server.Folder, taken.File));
    }
}

public sealed class EightBitContractTests(EightBitServer server)
    : SmtpContractTests(server), IClassFixture<EightBitServer>;

public sealed class SevenBitContractTests(SevenBitServer server)
    : SmtpContractTests(server), IClassFixture<SevenBitServer>
{
    protected override bool IsEightBit => false;
}

/// <summary>A mail server for all tests of a class.</summary>
public abstract class SmtpServerOfClass(params string[] hidden) : IAsyncLifetime
{
    public SmtpServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await SmtpServer.StartAsync();
        await Server.TellAsync(("hidden", hidden));
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();
}

public sealed class EightBitServer() : SmtpServerOfClass("SMTPUTF8");

public sealed class SevenBitServer() : SmtpServerOfClass("SMTPUTF8", "8BITMIME");
