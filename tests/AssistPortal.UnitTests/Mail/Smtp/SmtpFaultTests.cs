using System.Diagnostics;
using AssistPortal.Mail;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using AssistPortal.TestSupport.Mail;
using AssistPortal.TestSupport.Servers;

namespace AssistPortal.UnitTests.Mail.Smtp;

/// <summary>What the portal makes of a mail server that does not take its mails.</summary>
public sealed class SmtpFaultTests : IDisposable
{
    private readonly MailTestbed testbed = new();

    public void Dispose() => testbed.Dispose();

    [Theory]
    [InlineData("recipient", "550 5.1.1 Nobody", MailFailure.Address, "550 5.1.1 Nobody")]
    [InlineData("recipient", "450 4.2.0 Come again", MailFailure.Deferred, "450 4.2.0 Come again")]
    [InlineData("recipient", "554 5.7.1 Relay access denied", MailFailure.Refused, "554 5.7.1 Relay access denied")]
    [InlineData("content", "554 5.6.0 No such mails", MailFailure.Refused, "554 5.6.0 No such mails")]
    [InlineData("content", "451 4.3.0 Come again", MailFailure.Deferred, "451 4.3.0 Come again")]
    [InlineData("content", "421 4.3.2 Closing", MailFailure.Unreachable, "421 4.3.2 Closing")]
    [InlineData("sender", "553 5.1.8 Not you", MailFailure.Unreachable, "553 5.1.8 Not you")]
    [InlineData("sender", "552 5.3.4 Too big", MailFailure.Refused, "552 5.3.4 Too big")]
    [InlineData("sender", "530 5.7.0 Authentication required", MailFailure.SignIn, "530 5.7.0 Authentication required")]
    [InlineData("greeting", "554 No mail here", MailFailure.Unreachable, "554 No mail here")]
    [InlineData("greeting", "421 Too busy", MailFailure.Unreachable, "421 Too busy")]
    public async Task Its_words_are_kept_and_mean_what_they_say(
        string rule, string reply, MailFailure failure, string words)
    {
        await using var server = await SmtpServer.StartAsync();
        await server.TellAsync((rule, reply));

        var fault = await FaultAsync(server);

        Assert.Equal(failure, fault.Failure);
        Assert.Equal(words, fault.Message);
        Assert.Equal(0, (await server.CountAsync()).Taken);
    }

    [Theory]
    [InlineData("lost", 0)]
    [InlineData("kept", 1)]
    public async Task A_break_after_the_mail_is_no_answer(string end, int taken)
    {
        await using var server = await SmtpServer.StartAsync();
        await server.TellAsync(("end", end));

        Assert.Equal(MailFailure.Unreachable, (await FaultAsync(server)).Failure);
        Assert.Equal(taken, (await server.CountAsync()).Taken);
    }

    [Fact]
    public async Task Silence_ends_with_the_token_and_the_connection_with_it()
    {
        await using var server = await SmtpServer.StartAsync();
        await server.TellAsync(("end", "silent"));
        using var transport = testbed.NewSmtp(server);
        var row = (await testbed.WriteAsync(MailTestbed.Mail()))[0];
        using var patience = new CancellationTokenSource();

        var sending = transport.SendAsync(row, patience.Token);
        await UntilAsync(async () => (await server.CountAsync()).Mails == 1);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await UntilAsync(async () => (await server.CountAsync()).Open == 0);
    }

    [Fact]
    public async Task An_attempt_at_a_silent_server_ends_in_time_and_rests_all_mails()
    {
        await using var server = await SmtpServer.StartAsync();
        await server.TellAsync(("end", "silent"));
        testbed.Options.SendTimeout = TimeSpan.FromSeconds(1);
        using var transport = testbed.NewSmtp(server);
        var row = (await testbed.WriteAsync(MailTestbed.Mail()))[0];

        var pass = await testbed.PassAsync(transport);

        Assert.True(pass.IsServerAway);
        var stored = await testbed.ReadAsync(row.Id);
        Assert.Equal(MailFailure.Unreachable, stored.Failure);
        Assert.Equal("No answer within 1 s.", stored.LastError);
    }

    [Fact]
    public async Task Nobody_there_is_unreachable()
    {
        using var transport = testbed.NewSmtp(ServerProcess.FreePort());
        var row = (await testbed.WriteAsync(MailTestbed.Mail()))[0];

        var fault = await Assert.ThrowsAsync<MailException>(() => transport.SendAsync(row, CancellationToken.None));

        Assert.Equal(MailFailure.Unreachable, fault.Failure);
    }

    [Fact]
    public async Task A_server_without_TLS_gets_no_mail_where_TLS_is_asked_for()
    {
        await using var server = await SmtpServer.StartAsync();
        testbed.Options.Smtp.Security = SmtpSecurity.StartTls;

        Assert.Equal(MailFailure.Insecure, (await FaultAsync(server)).Failure);
        Assert.Equal(0, (await server.CountAsync()).Mails);
    }

    [Fact]
    public async Task A_server_with_a_certificate_of_its_own_making_gets_no_mail()
    {
        using var certificate = new TestCertificate();
        await using var server = await SmtpServer.StartAsync(
            new SmtpServerOptions { Certificate = certificate.PathOfBoth });
        testbed.Options.Smtp.Security = SmtpSecurity.StartTls;

        Assert.Equal(MailFailure.Insecure, (await FaultAsync(server)).Failure);
        Assert.Equal(0, (await server.CountAsync()).Mails);
    }

    [Fact]
    public async Task A_wrong_password_is_known_before_any_mail_and_tried_again_later()
    {
        await using var server = await SmtpServer.StartAsync(new SmtpServerOptions { Account = ("portal", "right") });
        (testbed.Options.Smtp.UserName, testbed.Options.Smtp.Password) = ("portal", "wrong");

        var fault = await FaultAsync(server);

        Assert.Equal(MailFailure.SignIn, fault.Failure);
        Assert.Contains("5.7.8 Authentication credentials invalid", fault.Message, StringComparison.Ordinal);
        var counts = await server.CountAsync();
        Assert.Equal((0, 0), (counts.SignIns, counts.Mails));
        Assert.InRange(counts.Refusals, 1, 2);
    }

    [Fact]
    public async Task A_server_that_knows_no_sign_in_gets_no_mail_where_a_user_name_is_set()
    {
        await using var server = await SmtpServer.StartAsync();
        (testbed.Options.Smtp.UserName, testbed.Options.Smtp.Password) = ("portal", "any");

        Assert.Equal(MailFailure.SignIn, (await FaultAsync(server)).Failure);
        Assert.Equal(0, (await server.CountAsync()).Mails);
    }

    [Fact]
    public async Task A_password_may_stand_in_a_file_which_is_read_anew()
    {
        await using var server = await SmtpServer.StartAsync(new SmtpServerOptions { Account = ("portal", "right") });
        using var folder = new TestCertificate();
        testbed.Options.Smtp.UserName = "portal";
        testbed.Options.Smtp.PasswordFile = Path.Combine(folder.Folder, "password");

        var missing = await FaultAsync(server);
        await File.WriteAllTextAsync(testbed.Options.Smtp.PasswordFile, "wrong\n");
        var wrong = await FaultAsync(server, revision: 1);
        await File.WriteAllTextAsync(testbed.Options.Smtp.PasswordFile, "right\n");
        using var transport = testbed.NewSmtp(server);
        await transport.SendAsync((await testbed.WriteAsync(MailTestbed.Mail(revision: 2)))[0], CancellationToken.None);

        Assert.Equal((MailFailure.SignIn, MailFailure.SignIn), (missing.Failure, wrong.Failure));
        Assert.Equal((1, 1), ((await server.CountAsync()).SignIns, (await server.CountAsync()).Taken));
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(2), "It never happens.");
            await Task.Delay(20);
        }
    }

    private async Task<MailException> FaultAsync(SmtpServer server, int revision = 0)
    {
        using var transport = testbed.NewSmtp(server);
        var row = (await testbed.WriteAsync(MailTestbed.Mail(revision: revision)))[0];
        return await Assert.ThrowsAsync<MailException>(() => transport.SendAsync(row, CancellationToken.None));
    }
}
