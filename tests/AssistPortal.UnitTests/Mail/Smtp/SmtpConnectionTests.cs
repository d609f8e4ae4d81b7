using AssistPortal.Mail.Smtp;
using AssistPortal.TestSupport.Mail;

namespace AssistPortal.UnitTests.Mail.Smtp;

/// <summary>How connections to the mail server are used.</summary>
public sealed class SmtpConnectionTests : IDisposable
{
    private readonly MailTestbed testbed = new();

    public void Dispose() => testbed.Dispose();

    [Fact]
    public async Task Mails_one_after_the_other_go_over_one_connection()
    {
        await using var server = await SmtpServer.StartAsync();
        using var idle = new IdleSessions();
        using var transport = testbed.NewSmtp(server, idle);

        await SendAsync(transport, 5);

        Assert.Equal((1, 1, 5), Figures(await server.CountAsync()));
        idle.Dispose();
        await QuietAsync(server);
        Assert.Equal(1, (await server.CountAsync()).Quits);
    }

    [Fact]
    public async Task Mails_at_once_take_no_more_connections_than_the_setting_allows()
    {
        await using var server = await SmtpServer.StartAsync();
        testbed.Options.AtOnce = 3;
        using var transport = testbed.NewSmtp(server);
        var rows = await testbed.WriteAsync(
            [.. Enumerable.Range(0, 30).Select(number => MailTestbed.Mail(revision: number))]);

        await Task.WhenAll(rows.Select(row => transport.SendAsync(row, CancellationToken.None)));

        var counts = await server.CountAsync();
        Assert.InRange(counts.Connections, 1, 3);
        Assert.Equal(30, counts.Taken);
    }

    [Fact]
    public async Task A_connection_is_not_used_again_after_a_failure()
    {
        await using var server = await SmtpServer.StartAsync();
        using var transport = testbed.NewSmtp(server);
        await SendAsync(transport, 1);

        await server.TellAsync(("recipient", "550 5.1.1 Nobody"));
        await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(transport, 1, first: 1));
        await QuietAsync(server);
        await server.TellAsync(("recipient", null));
        await SendAsync(transport, 1, first: 2);

        Assert.Equal((2, 1, 2), Figures(await server.CountAsync()));
    }

    [Fact]
    public async Task A_mail_notices_a_server_that_hung_up_meanwhile_and_goes_over_a_new_connection()
    {
        await using var server = await SmtpServer.StartAsync();
        using var transport = testbed.NewSmtp(server);
        await SendAsync(transport, 1);

        await server.TellAsync(("hangUp", true));
        await QuietAsync(server);
        await SendAsync(transport, 1, first: 1);

        Assert.Equal((2, 1, 2), Figures(await server.CountAsync()));
    }

    [Fact]
    public async Task A_connection_without_mails_is_closed_after_a_while()
    {
        await using var server = await SmtpServer.StartAsync();
        using var idle = new IdleSessions(TimeSpan.FromMilliseconds(200));
        using var transport = testbed.NewSmtp(server, idle);

        await SendAsync(transport, 1);
        await QuietAsync(server);

        Assert.Equal((1, 0, 1), Figures(await server.CountAsync()));
        Assert.Null(idle.Take());
    }

    private static (int Connections, int Open, int Taken) Figures(SmtpCounts counts) =>
        (counts.Connections, counts.Open, counts.Taken);

    private static async Task QuietAsync(SmtpServer server)
    {
        for (var wait = 0; (await server.CountAsync()).Open > 0; wait++)
        {
            Assert.True(wait < 600, "A connection stays.");
            await Task.Delay(50);
        }
    }

    private async Task SendAsync(SmtpTransport transport, int count, int first = 0)
    {
        foreach (var row in await testbed.WriteAsync(
            [.. Enumerable.Range(first, count).Select(number => MailTestbed.Mail(revision: number))]))
        {
            await transport.SendAsync(row, CancellationToken.None);
        }
    }
}
