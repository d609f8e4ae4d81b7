using AssistPortal.Data.Database;
using AssistPortal.Mail;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using AssistPortal.TestSupport.Databases;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AssistPortal.UnitTests.Mail.Sending;

public abstract class OutboxFailureTests(DatabaseProvider provider) : IDisposable
{
    private readonly MailTestbed testbed = new(provider);
    private readonly RecordingTransport transport = new();

    public void Dispose() => testbed.Dispose();

    [DatabaseFact]
    public async Task A_failed_mail_waits_by_the_retry_table_and_then_goes()
    {
        var row = (await testbed.WriteAsync(MailTestbed.Mail()))[0];
        transport.Before = mail => mail.Attempts < 3 ? throw new IOException("away\r\nfor lunch") : Task.CompletedTask;

        await testbed.SendDueAsync(transport);
        var stored = await testbed.ReadAsync(row.Id);
        Assert.Equal("away for lunch", stored.LastError);
        Assert.Equal(testbed.Clock.GetCurrentInstant() + Duration.FromMinutes(1), stored.NextAttemptAt);

        testbed.Clock.Advance(Duration.FromMinutes(1));
        await testbed.SendDueAsync(transport);
        testbed.Clock.Advance(Duration.FromMinutes(4));
        Assert.Equal(0, await testbed.SendDueAsync(transport));
        testbed.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal(1, await testbed.SendDueAsync(transport));

        stored = await testbed.ReadAsync(row.Id);
        Assert.Equal(3, stored.Attempts);
        Assert.Null(stored.LastError);
    }

    [DatabaseFact]
    public async Task After_four_days_a_mail_is_given_up()
    {
        var row = (await testbed.WriteAsync(MailTestbed.Mail()))[0];
        transport.Before = _ => throw new IOException("away");

        for (var attempt = 0; attempt < 100; attempt++)
        {
            await testbed.SendDueAsync(transport);
            testbed.Clock.Advance(Duration.FromHours(4));
        }

        var stored = await testbed.ReadAsync(row.Id);
        Assert.Equal(OutboxMailState.Failed, stored.State);
        Assert.Equal(28, stored.Attempts);
        Assert.Equal("away", stored.LastError);
    }

    [DatabaseFact]
    public async Task A_refused_mail_fails_at_once_and_the_next_of_its_subject_goes()
    {
        var rows = await testbed.WriteAsync(MailTestbed.Mail(revision: 0), MailTestbed.Mail(revision: 1));
        transport.Before = mail => mail.Revision == 0
            ? throw new MailException(MailFailure.Address, "550 no such user")
            : Task.CompletedTask;

        Assert.Equal(1, await testbed.SendDueAsync(transport));

        var refused = await testbed.ReadAsync(rows[0].Id);
        Assert.Equal(OutboxMailState.Failed, refused.State);
        Assert.Equal("550 no such user", refused.LastError);
        Assert.Equal(rows[1].Id, Assert.Single(transport.Sent).Id);
    }

    [DatabaseFact]
    public async Task Logs_name_neither_recipient_nor_subject()
    {
        await testbed.WriteAsync(
            MailTestbed.Mail(recipient: "secret@demo.example"),
            MailTestbed.Mail(subjectId: "order-2", recipient: "secret@demo.example"));
        transport.Before = mail => mail.SubjectId is "order-2"
            ? throw new MailException(MailFailure.Address, "550 <secret@demo.example>")
            : throw new IOException($"451 <secret@demo.example> {mail.Subject}");
        var log = new ListLogger();

        await testbed.SendDueAsync(transport, log);

        Assert.Equal(2, log.Lines.Count);
        Assert.All(log.Lines, line => Assert.DoesNotContain("secret", line, StringComparison.Ordinal));
        Assert.All(log.Lines, line => Assert.DoesNotContain("order.placed", line, StringComparison.Ordinal));
    }

    [DatabaseFact]
    public async Task Transitions_are_guarded()
    {
        var row = (await testbed.WriteAsync(MailTestbed.Mail()))[0];
        var now = testbed.Clock.GetCurrentInstant();

        Assert.Throws<InvalidOperationException>(() => row.MarkSent(Guid.NewGuid(), now));
        var retries = new RetryTable(new RetryOptions());
        Assert.Throws<InvalidOperationException>(
            () => row.NoteFailure(Guid.NewGuid(), MailFailure.Deferred, "x", retries, now));
        Assert.Throws<InvalidOperationException>(() => row.ReturnLease(Guid.NewGuid()));
        Assert.Equal(OutboxMailState.Waiting, row.State);
    }

    private sealed class ListLogger : ILogger<MailAttempt>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception) + exception);
    }
}

public sealed class OutboxFailureOnSqlite() : OutboxFailureTests(DatabaseProvider.Sqlite);

public sealed class OutboxFailureOnPostgreSql() : OutboxFailureTests(DatabaseProvider.PostgreSql);

public sealed class OutboxFailureOnSqlServer() : OutboxFailureTests(DatabaseProvider.SqlServer);
