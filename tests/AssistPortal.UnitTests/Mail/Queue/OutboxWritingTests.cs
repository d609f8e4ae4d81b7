using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.UnitTests.Mail.Queue;

public abstract class OutboxWritingTests(DatabaseProvider provider) : IDisposable
{
    private readonly MailTestbed testbed = new(provider);

    public void Dispose() => testbed.Dispose();

    [DatabaseFact]
    public async Task Writing_leaves_saving_to_the_caller()
    {
        await using var database = testbed.NewContext();
        testbed.NewOutbox(database).Write(MailTestbed.Mail());

        await using var other = testbed.NewContext();
        Assert.Equal(0, await other.Set<OutboxMail>().CountAsync());
        await database.SaveChangesAsync();
        Assert.Equal(1, await other.Set<OutboxMail>().CountAsync());
    }

    [DatabaseFact]
    public async Task A_cause_mails_a_recipient_once_per_revision()
    {
        await testbed.WriteAsync(MailTestbed.Mail());

        await Assert.ThrowsAsync<DbUpdateException>(() => testbed.WriteAsync(MailTestbed.Mail()));
        await testbed.WriteAsync(
            MailTestbed.Mail(revision: 1),
            MailTestbed.Mail(cause: "order.cancelled"),
            MailTestbed.Mail(subjectId: "order-2"),
            MailTestbed.Mail(recipient: "host2@demo.example"));
    }

    [DatabaseFact]
    public async Task A_row_holds_all_that_sending_needs()
    {
        testbed.Options.ReplyTo = "coordinators@portal.example";
        var row = (await testbed.WriteAsync(MailTestbed.Mail() with { RecipientName = "王小明" }))[0];

        var stored = await testbed.ReadAsync(row.Id);
        Assert.Equal(OutboxMailState.Waiting, stored.State);
        Assert.Equal($"<{row.Id:N}@portal.example>", stored.MessageId);
        Assert.Equal("王小明", stored.RecipientName);
        Assert.Equal("coordinators@portal.example", stored.ReplyTo);
        Assert.Equal(testbed.Clock.GetCurrentInstant(), stored.CreatedAt);
        Assert.Equal(stored.CreatedAt, stored.NextAttemptAt);
        Assert.Contains("Thank you.", stored.TextBody, StringComparison.Ordinal);
        Assert.Null(stored.Calendar);
    }

    [DatabaseFact]
    public async Task Mails_of_one_transaction_have_an_order()
    {
        var rows = await testbed.WriteAsync(
            MailTestbed.Mail(revision: 0), MailTestbed.Mail(revision: 1), MailTestbed.Mail(revision: 2));

        Assert.Equal(3, rows.Select(row => row.CreatedAt).Distinct().Count());
        Assert.Equal(rows.Select(row => row.CreatedAt).Order(), rows.Select(row => row.CreatedAt));
    }

    [DatabaseFact]
    public async Task The_thread_is_the_first_mail_of_the_subject()
    {
        await using var database = testbed.NewContext();
        var outbox = testbed.NewOutbox(database);
        Assert.Null(await outbox.FindThreadAsync("order-1", "host@demo.example", CancellationToken.None));

        var first = (await testbed.WriteAsync(MailTestbed.Mail(), MailTestbed.Mail(revision: 1)))[0];
        testbed.Clock.Advance(Duration.FromDays(1));
        await testbed.WriteAsync(MailTestbed.Mail(revision: 2));

        Assert.Equal(
            first.MessageId, await outbox.FindThreadAsync("order-1", "host@demo.example", CancellationToken.None));
    }

    [DatabaseTheory]
    [InlineData("")]
    [InlineData(" \r\n")]
    public async Task A_mail_without_recipient_is_a_programmers_error(string recipient) =>
        await Assert.ThrowsAsync<ArgumentException>(() => testbed.WriteAsync(MailTestbed.Mail(recipient: recipient)));

    [DatabaseFact]
    public async Task Keys_longer_than_their_columns_are_refused_on_every_database() =>
        await Assert.ThrowsAsync<ArgumentException>(
            () => testbed.WriteAsync(MailTestbed.Mail(subjectId: new string('x', 61))));
}

public sealed class OutboxWritingOnSqlite() : OutboxWritingTests(DatabaseProvider.Sqlite);

public sealed class OutboxWritingOnPostgreSql() : OutboxWritingTests(DatabaseProvider.PostgreSql);

public sealed class OutboxWritingOnSqlServer() : OutboxWritingTests(DatabaseProvider.SqlServer);
