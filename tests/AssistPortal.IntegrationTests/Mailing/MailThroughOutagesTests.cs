using System.Diagnostics;
using System.Globalization;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Mail;
using AssistPortal.TestSupport.Servers;
using Xunit.Abstractions;

namespace AssistPortal.IntegrationTests.Mailing;

/// <summary>ASSISTPORTAL_TEST_ORDERS says how many orders, for whoever wants to wait longer than the suite.</summary>
public sealed class MailThroughOutagesTests(ITestOutputHelper output)
{
    private const int AtOnce = 8;

    private static readonly int Orders = int.Parse(
        Environment.GetEnvironmentVariable("ASSISTPORTAL_TEST_ORDERS") ?? "250", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Orders_mails_arrive_in_order_though_the_server_is_away_or_moody_and_the_portal_dies()
    {
        var port = ServerProcess.FreePort();
        await using var portal = new MailingPortal(DatabaseProvider.Sqlite, port);
        portal.Settings["Mail:AtOnce"] = $"{AtOnce}";
        portal.Settings["Mail:SendTimeout"] = "00:00:10";
        var orders = await portal.WriteOrdersAsync(Orders);
        var mails = orders.Values.Sum(ids => ids.Count);

        var server = await portal.StartAsync();
        await portal.UntilAsync(found => found.Where(mail => mail.Failure == MailFailure.Unreachable), 1);
        Assert.All(await portal.ReadAsync(), mail => Assert.Equal(OutboxMailState.Waiting, mail.State));

        await using var smtp = await SmtpServer.StartAsync(new SmtpServerOptions { Port = port });
        await smtp.TellAsync(("share", 0.2), ("seed", 20261122));
        var began = Stopwatch.GetTimestamp();
        foreach (var part in new[] { 4, 2 })
        {
            await portal.UntilAsync(mails / part, OutboxMailState.Sent);
            await server.KillAsync();
            server = await portal.StartAsync();
        }

        await portal.UntilAsync(mails, OutboxMailState.Sent);
        var took = Stopwatch.GetElapsedTime(began);

        var taken = smtp.Taken();
        var counts = await smtp.CountAsync();
        var repeated = taken.Count - mails;
        output.WriteLine(
            $"{mails} mails in {took.TotalSeconds:0.0} s with two restarts; {counts.Deferred} deferred, {repeated} "
                + "repeated.");
        Assert.Equal(
            orders.Values.SelectMany(ids => ids).Order(StringComparer.Ordinal),
            taken.Select(mail => mail.MessageId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.InRange(repeated, 0, 2 * AtOnce);
        Assert.InRange(counts.Deferred, mails / 10, mails / 2);
        Assert.All(taken.GroupBy(mail => Assert.Single(mail.To), StringComparer.Ordinal), order =>
        {
            var sequence = order.Select(mail => orders[order.Key].IndexOf(mail.MessageId)).ToList();
            Assert.Equal(sequence.Order(), sequence);
        });
    }
}
