using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using AssistPortal.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.UnitTests.Mail.Sending;

/// <summary>
/// What one pass over the outbox does with many mails, with bad ones, and with a server that is away.
/// </summary>
public abstract class OutboxPassTests(DatabaseProvider provider) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly MailTestbed testbed = new(provider);
    private readonly RecordingTransport transport = new();

    public void Dispose() => testbed.Dispose();

    [DatabaseFact]
    public async Task As_many_mails_go_at_once_as_the_setting_allows()
    {
        testbed.Options.AtOnce = 3;
        await testbed.WriteAsync(Mails(12));
        var crowd = new Crowd(3);
        transport.Before = _ => crowd.PassAsync();

        Assert.Equal(12, await testbed.SendDueAsync(transport));

        Assert.Equal(3, crowd.Most);
    }

    [DatabaseFact]
    public async Task A_pass_ends_when_the_server_is_away_and_the_other_mails_stay_due()
    {
        testbed.Options.AtOnce = 2;
        var rows = await testbed.WriteAsync(Mails(10));
        transport.Before = _ => throw new MailException(MailFailure.Unreachable, "Nobody there.");

        var pass = await testbed.PassAsync(transport);

        Assert.Equal(new BatchOutcome(0, IsServerAway: true), pass);
        var stored = await ReadAllAsync();
        Assert.InRange(stored.Count(mail => mail.Attempts > 0), 1, 2);
        Assert.All(stored, mail => Assert.Equal((OutboxMailState.Waiting, null), (mail.State, mail.LeaseOwner)));
        Assert.All(
            stored.Where(mail => mail.Attempts == 0),
            mail => Assert.True(mail.NextAttemptAt <= testbed.Clock.GetCurrentInstant()));
        transport.Before = _ => Task.CompletedTask;
        testbed.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal(new BatchOutcome(rows.Count, IsServerAway: false), await testbed.PassAsync(transport));
    }

    [DatabaseFact]
    public async Task A_mail_that_is_refused_does_not_end_the_pass()
    {
        await testbed.WriteAsync(Mails(5));
        transport.Before = mail => mail.SubjectId == "order-2"
            ? throw new MailException(MailFailure.Refused, "554 No") : Task.CompletedTask;

        Assert.Equal(new BatchOutcome(4, IsServerAway: false), await testbed.PassAsync(transport));
    }

    [DatabaseFact]
    public async Task An_attempt_that_takes_too_long_is_broken_off()
    {
        testbed.Options.SendTimeout = TimeSpan.FromMilliseconds(100);
        var row = (await testbed.WriteAsync(MailTestbed.Mail()))[0];

        var pass = await testbed.PassAsync(new SilentTransport());

        Assert.True(pass.IsServerAway);
        var stored = await testbed.ReadAsync(row.Id);
        Assert.Equal((MailFailure.Unreachable, OutboxMailState.Waiting), (stored.Failure, stored.State));
    }

    [DatabaseFact]
    public async Task A_mail_over_which_servers_have_ended_again_and_again_is_given_up_unsent()
    {
        var row = (await testbed.WriteAsync(Mails(2)))[0];
        for (var crash = 0; crash < MailAttempt.MostInterruptions; crash++)
        {
            await LeaseAsync(row.SubjectId);
            testbed.Clock.Advance(testbed.Options.Lease);
        }

        var witness = new Witness();
        Assert.Equal(1, await testbed.SendDueAsync(transport, helpers: [witness]));

        var stored = await testbed.ReadAsync(row.Id);
        Assert.Equal((OutboxMailState.Failed, MailFailure.Interrupted), (stored.State, stored.Failure));
        Assert.Equal(row.Id, Assert.Single(witness.GivenUp));
        Assert.DoesNotContain(transport.Sent, mail => mail.Id == row.Id);
    }

    [DatabaseTheory]
    [InlineData("Failure")]
    [InlineData("CalendarMethod")]
    public async Task A_row_that_cant_be_read_is_given_up_and_holds_up_nobody(string column)
    {
        await testbed.WriteAsync([.. Mails(3), MailTestbed.Mail(revision: 1)]);
        await using (var database = testbed.NewContext())
        {
#pragma warning disable EF1002 // The column's name is one of the two above.
            await database.Database.ExecuteSqlRawAsync(
                $"""
                UPDATE "OutboxMails" SET "{column}" = 'Nonsense'
                WHERE "SubjectId" = 'order-1' AND "Revision" = 0
                """);
#pragma warning restore EF1002
        }

        var witness = new Witness();
        Assert.Equal(3, await testbed.SendDueAsync(transport, helpers: [witness]));
        Assert.Single(witness.GivenUp);
        Assert.Empty(witness.SentAgain);

        await using var reading = testbed.NewContext();
        var buried = await reading.Set<OutboxMail>()
            .Where(mail => mail.SubjectId == "order-1" && mail.Revision == 0)
            .Select(mail => new { mail.State, mail.LeaseOwner, mail.LastError })
            .SingleAsync();
        Assert.Equal((OutboxMailState.Failed, null), (buried.State, buried.LeaseOwner));
        Assert.NotNull(buried.LastError);
    }

    [DatabaseTheory]
    [InlineData(0)]
    [InlineData(24)]
    public async Task A_mail_that_goes_through_after_all_is_told_whatever_the_domain_calls_now(int daysAhead)
    {
        testbed.Shift = Duration.FromDays(daysAhead);
        var rows = await testbed.WriteAsync(Mails(2));
        var isAway = true;
        transport.Before = mail => mail.Id == rows[0].Id && isAway
            ? throw new MailException(MailFailure.Refused, "554 No")
            : Task.CompletedTask;
        var witness = new Witness();
        await testbed.SendDueAsync(transport, helpers: [witness]);
        Assert.Equal((rows[0].Id, 0), (Assert.Single(witness.GivenUp), witness.SentAgain.Count));

        isAway = false;
        testbed.Clock.Advance(Duration.FromMinutes(1));
        await using (var database = testbed.NewContext())
        {
            (await database.Set<OutboxMail>().SingleAsync(mail => mail.Id == rows[0].Id)).Resend(
                testbed.Options.From, testbed.Clock.GetCurrentInstant());
            await database.SaveChangesAsync();
        }

        Assert.Equal(1, await testbed.SendDueAsync(transport, helpers: [witness]));
        Assert.Equal(rows[0].Id, Assert.Single(witness.SentAgain));
    }

    [DatabaseFact]
    public async Task Whoever_hears_of_a_mail_that_is_given_up_writes_in_the_same_transaction()
    {
        var row = (await testbed.WriteAsync(MailTestbed.Mail()))[0];
        transport.Before =
            mail => mail.Id == row.Id ? throw new MailException(MailFailure.Address, "550 Nobody") : Task.CompletedTask;
        var isBroken = true;
        Func<PortalDbContext, IMailWitness> witness = database => new Alarm(
            database, context => testbed.NewOutbox(context).Write(MailTestbed.Mail("alarm")), () => isBroken);

        await Assert.ThrowsAsync<NotSupportedException>(() => testbed.SendDueAsync(transport, helpers: [witness]));
        Assert.Equal(OutboxMailState.Waiting, Assert.Single(await ReadAllAsync()).State);

        isBroken = false;
        testbed.Clock.Advance(testbed.Options.Lease);
        await testbed.SendDueAsync(transport, helpers: [witness]);
        Assert.Equal(OutboxMailState.Failed, (await testbed.ReadAsync(row.Id)).State);
        Assert.Single(await ReadAllAsync(), mail => mail.SubjectId == "alarm");
    }

    [DatabaseFact]
    public async Task Stopping_gives_back_all_that_are_on_their_way()
    {
        testbed.Options.AtOnce = 3;
        await testbed.WriteAsync(Mails(8));
        using var stopping = new CancellationTokenSource();
        var crowd = new Crowd(3) { WhenFull = stopping.CancelAsync };
        transport.Before = _ => crowd.PassAsync();

        Assert.Equal(0, await testbed.SendDueAsync(transport, cancellationToken: stopping.Token));

        Assert.Empty(transport.Sent);
        Assert.All(
            await ReadAllAsync(),
            mail => Assert.Equal(
                (OutboxMailState.Waiting, null, null, 0), (mail.State, mail.LeaseOwner, mail.Failure, mail.Attempts)));
    }

    private static MailToWrite[] Mails(int count) =>
        [.. Enumerable.Range(1, count).Select(number => MailTestbed.Mail(subjectId: $"order-{number}"))];

    private async Task LeaseAsync(string subjectId)
    {
        await using var database = testbed.NewContext();
        var until = testbed.Clock.GetCurrentInstant() + testbed.Options.Lease;
        await database.Set<OutboxMail>().Where(mail => mail.SubjectId == subjectId).ExecuteUpdateAsync(set => set
            .SetProperty(mail => mail.Interruptions, mail => mail.Interruptions + (mail.LeaseOwner == null ? 0 : 1))
            .SetProperty(mail => mail.LeaseOwner, Guid.NewGuid())
            .SetProperty(mail => mail.LeaseUntil, until));
    }

    private async Task<List<OutboxMail>> ReadAllAsync()
    {
        await using var database = testbed.NewContext();
        return await database.Set<OutboxMail>().AsNoTracking().ToListAsync();
    }

    /// <summary>Lets nobody through before so many are in; counts how many were in at most.</summary>
    private sealed class Crowd(int size)
    {
        private readonly TaskCompletionSource isFull = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int inside;
        private int most;

        public int Most => most;

        public Func<Task> WhenFull { get; init; } = () => Task.CompletedTask;

        public async Task PassAsync()
        {
            var now = Interlocked.Increment(ref inside);
            InterlockedMost(now);
            if (now == size && !isFull.Task.IsCompleted)
            {
                await WhenFull();
                isFull.TrySetResult();
            }

            await isFull.Task.WaitAsync(Patience);
            Interlocked.Decrement(ref inside);
        }

        private void InterlockedMost(int now)
        {
            for (var seen = most; now > seen; seen = most)
            {
                Interlocked.CompareExchange(ref most, now, seen);
            }
        }
    }

    private sealed class SilentTransport : IMailTransport
    {
        public Task SendAsync(OutboxMail mail, CancellationToken cancellationToken) =>
            Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
    }

    private sealed class Witness : IMailWitness
    {
        public List<Guid> GivenUp { get; } = [];

        public List<Guid> SentAgain { get; } = [];

        public Task GivenUpAsync(WitnessedMail mail, CancellationToken cancellationToken)
        {
            GivenUp.Add(mail.Id);
            return Task.CompletedTask;
        }

        public Task SentAgainAsync(WitnessedMail mail, CancellationToken cancellationToken)
        {
            SentAgain.Add(mail.Id);
            return Task.CompletedTask;
        }
    }

    private sealed class Alarm(
        PortalDbContext database, Action<PortalDbContext> write, Func<bool> isBroken) : IMailWitness
    {
        public Task SentAgainAsync(WitnessedMail mail, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task GivenUpAsync(WitnessedMail mail, CancellationToken cancellationToken)
        {
            write(database);
            return isBroken() ? throw new NotSupportedException("Broken after writing.") : Task.CompletedTask;
        }
    }
}

public sealed class OutboxPassOnSqlite() : OutboxPassTests(DatabaseProvider.Sqlite);

public sealed class OutboxPassOnPostgreSql() : OutboxPassTests(DatabaseProvider.PostgreSql);

public sealed class OutboxPassOnSqlServer() : OutboxPassTests(DatabaseProvider.SqlServer);
