using System.Diagnostics;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Mail;
using Xunit.Abstractions;

namespace AssistPortal.IntegrationTests.Mailing;

public abstract class SharedOutboxTests(DatabaseProvider provider, ITestOutputHelper output)
{
    [DatabaseFact]
    public async Task Two_servers_share_the_mails_and_send_none_twice()
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var portal = new MailingPortal(provider, smtp.Port);
        portal.Settings["Mail:AtOnce"] = "2";
        portal.Settings["Mail:SendTimeout"] = "00:01:00";
        await Task.WhenAll(portal.StartAsync(), portal.StartAsync());
        var began = Stopwatch.GetTimestamp();

        var orders = await portal.WriteOrdersAsync(60);
        await portal.UntilAsync(orders.Values.Sum(ids => ids.Count), OutboxMailState.Sent);

        var took = Stopwatch.GetElapsedTime(began);
        var taken = smtp.Taken();
        output.WriteLine(
            $"{taken.Count} mails in {took.TotalSeconds:0.0} s, over "
                + $"{taken.Select(mail => mail.Connection).Distinct().Count()} connections.");
        Assert.Equal(
            orders.Values.SelectMany(ids => ids).Order(StringComparer.Ordinal),
            taken.Select(mail => mail.MessageId).Order(StringComparer.Ordinal));
        Assert.All(
            taken.GroupBy(mail => Assert.Single(mail.To), StringComparer.Ordinal),
            order => Assert.Equal(orders[order.Key], order.Select(mail => mail.MessageId)));
    }
}

public sealed class SharedOutboxOnSqlite(ITestOutputHelper output) : SharedOutboxTests(DatabaseProvider.Sqlite, output);

public sealed class SharedOutboxOnPostgreSql(ITestOutputHelper output) : SharedOutboxTests(
    DatabaseProvider.PostgreSql, output);

public sealed class SharedOutboxOnSqlServer(ITestOutputHelper output) : SharedOutboxTests(
    DatabaseProvider.SqlServer, output);
