using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.UnitTests.Mail.Sending;

public abstract class OutboxBatchTests(DatabaseProvider provider) : IDisposable
{
    private readonly MailTestbed testbed = new(provider);
    private readonly RecordingTransport transport = new();

    public void Dispose() => testbed.Dispose();

    [DatabaseFact]
    public async Task A_due_mail_is_sent_once()
    {
        var row = (await testbed.WriteAsync(MailTestbed.Mail()))[0];

        Assert.Equal(1, await testbed.SendDueAsync(transport));
        Assert.Equal(0, await testbed.SendDueAsync(transport));

        Assert.Single(transport.Sent);
        var stored = await testbed.ReadAsync(row.Id);
        Assert.Equal(OutboxMailState.Sent, stored.State);
        Assert.Equal(testbed.Clock.GetCurrentInstant(), stored.SentAt);
        Assert.Equal(1, stored.Attempts);
        Assert.Null(stored.LeaseOwner);
        Assert.Null(stored.LeaseUntil);
    }

    [DatabaseFact]
    public async Task Servers_at_once_send_each_mail_once()
    {
        var mails = Enumerable.Range(1, 40).Select(number => MailTestbed.Mail(subjectId: $"order-{number}")).ToArray();
        await testbed.WriteAsync(mails);
        transport.Before = _ => Task.Delay(1);

        var sent = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => testbed.SendDueAsync(transport))));

        Assert.Equal(40, sent.Sum());
        Assert.Equal(40, transport.Sent.Select(mail => mail.Id).Distinct().Count());
        Assert.Equal(40, transport.Sent.Count);
    }

    [DatabaseFact]
    public async Task A_mail_that_is_through_does_not_wait_to_be_noted_for_one_that_takes_long()
    {
        var rows = await testbed.WriteAsync(MailTestbed.Mail(), MailTestbed.Mail(subjectId: "order-2"));
        transport.Before = async mail =>
        {
            for (var patience = TimeSpan.FromMinutes(1);
                mail.Id == rows[0].Id && (await testbed.ReadAsync(rows[1].Id)).State != OutboxMailState.Sent;
                patience -= TimeSpan.FromMilliseconds(50))
            {
                Assert.True(patience > TimeSpan.Zero, "The other mail is not noted.");
                await Task.Delay(50);
            }
        };

        Assert.Equal(2, await testbed.SendDueAsync(transport));

        Assert.Equal(OutboxMailState.Sent, (await testbed.ReadAsync(rows[0].Id)).State);
    }

    [DatabaseFact]
    public async Task A_leased_mail_is_left_alone_until_the_lease_runs_out()
    {
        await testbed.WriteAsync(MailTestbed.Mail());
        var meanwhile = -1;
        transport.Before = async _ => meanwhile = await testbed.SendDueAsync(new RecordingTransport());

        await testbed.SendDueAsync(transport);

        Assert.Equal(0, meanwhile);
    }

    [DatabaseFact]
    public async Task A_crash_between_sending_and_marking_repeats_the_same_message_id()
    {
        var row = (await testbed.WriteAsync(MailTestbed.Mail()))[0];
        await using (var crashing = testbed.NewContext())
        {
            var until = testbed.Clock.GetCurrentInstant() + testbed.Options.Lease;
            await crashing.Set<OutboxMail>().ExecuteUpdateAsync(set => set
                .SetProperty(mail => mail.LeaseOwner, Guid.NewGuid())
                .SetProperty(mail => mail.LeaseUntil, until)
                .SetProperty(mail => mail.Attempts, 1));
        }

        Assert.Equal(0, await testbed.SendDueAsync(transport));
        testbed.Clock.Advance(testbed.Options.Lease);
        Assert.Equal(1, await testbed.SendDueAsync(transport));

        Assert.Equal(row.MessageId, Assert.Single(transport.Sent).MessageId);
        Assert.Equal(2, (await testbed.ReadAsync(row.Id)).Attempts);
    }

    [DatabaseFact]
    public async Task A_server_that_took_too_long_does_not_overwrite_the_outcome_of_another()
    {
        var row = (await testbed.WriteAsync(MailTestbed.Mail()))[0];
        var faster = new RecordingTransport();
        transport.Before = async _ =>
        {
            testbed.Clock.Advance(testbed.Options.Lease);
            await testbed.SendDueAsync(faster);
            throw new IOException("late");
        };

        Assert.Equal(0, await testbed.SendDueAsync(transport));

        Assert.Single(faster.Sent);
        Assert.Equal(OutboxMailState.Sent, (await testbed.ReadAsync(row.Id)).State);
    }

    [DatabaseFact]
    public async Task Mails_of_one_subject_keep_their_order()
    {
        await testbed.WriteAsync(MailTestbed.Mail(revision: 0), MailTestbed.Mail(revision: 1));
        testbed.Clock.Advance(Duration.FromSeconds(1));
        await testbed.WriteAsync(MailTestbed.Mail(revision: 2), MailTestbed.Mail(subjectId: "order-2"));
        transport.Before = mail => mail.Attempts == 1 && mail.Revision == 0 && mail.SubjectId is "order-1"
            ? throw new IOException("busy")
            : Task.CompletedTask;

        Assert.Equal(1, await testbed.SendDueAsync(transport));
        Assert.Equal(0, await testbed.SendDueAsync(transport));
        testbed.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal(3, await testbed.SendDueAsync(transport));

        Assert.Equal(
            "order.placed 0, order.placed 0, order.placed 1, order.placed 2",
            string.Join(", ", transport.Sent.Select(mail => mail.Subject)));
    }

    [DatabaseFact]
    public async Task Stopping_gives_the_mail_back_unsent()
    {
        var row = (await testbed.WriteAsync(MailTestbed.Mail(), MailTestbed.Mail(subjectId: "order-2")))[0];
        using var stopping = new CancellationTokenSource();

        // Two mails go at once: both wait for the one stop to be heard everywhere.
        var stop = new Lazy<Task>(stopping.CancelAsync);
        transport.Before = _ => stop.Value;

        Assert.Equal(0, await testbed.SendDueAsync(transport, cancellationToken: stopping.Token));

        var stored = await testbed.ReadAsync(row.Id);
        Assert.Equal(OutboxMailState.Waiting, stored.State);
        Assert.Null(stored.LeaseOwner);
        Assert.Equal(0, stored.Attempts);
        transport.Before = _ => Task.CompletedTask;
        Assert.Equal(2, await testbed.SendDueAsync(transport));
    }
}

public sealed class OutboxBatchOnSqlite() : OutboxBatchTests(DatabaseProvider.Sqlite);

public sealed class OutboxBatchOnPostgreSql() : OutboxBatchTests(DatabaseProvider.PostgreSql);

public sealed class OutboxBatchOnSqlServer() : OutboxBatchTests(DatabaseProvider.SqlServer);
