using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Mail;

namespace AssistPortal.UnitTests.Mail.Smtp;

/// <summary>Mails to addresses that ASCII can't write.</summary>
public sealed class InternationalMailTests : IDisposable
{
    private const string Address = "höst@例え.example";

    private readonly MailTestbed testbed = new();

    public void Dispose() => testbed.Dispose();

    [Fact]
    public async Task A_server_that_offers_SMTPUTF8_takes_them()
    {
        await using var server = await SmtpServer.StartAsync();
        await server.TellAsync(("hidden", Array.Empty<string>()));
        using var transport = testbed.NewSmtp(server);
        var row = await WriteAsync(Address);

        await transport.SendAsync(row, CancellationToken.None);

        var taken = Assert.Single(server.Taken());
        Assert.Equal(Address, Assert.Single(taken.To));
        Assert.Contains("SMTPUTF8", taken.Options);
        AssertArrived(row, await IndependentMailReader.ReadAsync(Path.Combine(server.Folder, taken.File)));
    }

    [Fact]
    public async Task Other_mails_to_that_server_do_without()
    {
        await using var server = await SmtpServer.StartAsync();
        await server.TellAsync(("hidden", Array.Empty<string>()));
        using var transport = testbed.NewSmtp(server);

        await transport.SendAsync(await WriteAsync("host@例え.example"), CancellationToken.None);

        var taken = Assert.Single(server.Taken());
        Assert.DoesNotContain("SMTPUTF8", taken.Options);
        Assert.Empty(
            MailComparison.Faults(await IndependentMailReader.ReadAsync(Path.Combine(server.Folder, taken.File))));
    }

    [Fact]
    public async Task They_go_also_after_others()
    {
        await using var server = await SmtpServer.StartAsync();
        await server.TellAsync(("hidden", Array.Empty<string>()));
        using var transport = testbed.NewSmtp(server);

        foreach (var recipient in new[] { "host@demo.example", Address, "guest@demo.example", "kåre@demo.example" })
        {
            await transport.SendAsync(await WriteAsync(recipient), CancellationToken.None);
        }

        Assert.Equal(
            [false, true, false, true],
            server.Taken().Select(mail => mail.Options.Contains("SMTPUTF8", StringComparer.Ordinal)));
    }

    [Fact]
    public async Task They_lie_in_the_pickup_folder()
    {
        var row = await WriteAsync(Address);

        await testbed.NewPickupFolder().SendAsync(row, CancellationToken.None);

        AssertArrived(row, Assert.Single(await IndependentMailReader.ReadFolderAsync(testbed.Options.PickupDirectory)));
    }

    private static void AssertArrived(OutboxMail row, ReadMail read)
    {
        Assert.Empty(MailComparison.Differences(row, read));
        Assert.Equal("höst@xn--r8jz45g.example", Assert.Single(read.Mailboxes["to"]).Address);
        Assert.Empty(read.Defects);
        Assert.False(read.OnlyAsciiHeaders);
    }

    private async Task<OutboxMail> WriteAsync(string recipient) => (await testbed.WriteAsync(
        MailTestbed.Mail(recipient: recipient) with { Subject = "會議 🎉", RecipientName = "王小明" }))[0];
}
