using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.UnitTests.Mail.Sending;

public sealed class DueMailsTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "Data Source=none.db")]
    [InlineData(DatabaseProvider.SqlServer, "Server=none")]
    [InlineData(DatabaseProvider.PostgreSql, "Host=none")]
    public void The_query_of_due_mails_is_sql_on_every_database(DatabaseProvider provider, string connectionString)
    {
        var builder = new DbContextOptionsBuilder<PortalDbContext>();
        builder.UsePortalDatabase(
            new DatabaseOptions { Provider = provider },
            connectionString,
            new EntityAssembly(typeof(OutboxMail).Assembly));
        using var database = new PortalDbContext(builder.Options);
        var mails = database.Set<OutboxMail>();

        var sql = mails.Free(Instant.FromUnixTimeSeconds(0)).FirstOfSubject(mails)
            .OrderBy(mail => mail.NextAttemptAt).Select(mail => mail.Id).Take(50).ToQueryString();

        Assert.Contains("NOT EXISTS", sql, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_clock_that_was_ahead_has_left_does_not_wait_for_that_time()
    {
        using var testbed = new MailTestbed();
        await using var database = testbed.NewContext();
        var now = testbed.Clock.GetCurrentInstant();
        testbed.NewOutbox(database).Write(MailTestbed.Mail());
        await database.SaveChangesAsync();
        foreach (var (wait, lease, isFree) in new[] { (47, 0, false), (8760, 0, true), (0, 1, false), (0, 8760, true) })
        {
            Instant? leaseUntil = now + Duration.FromHours(lease);
            await database.Set<OutboxMail>().ExecuteUpdateAsync(set => set
                .SetProperty(mail => mail.NextAttemptAt, now + Duration.FromHours(wait))
                .SetProperty(mail => mail.LeaseUntil, leaseUntil));
            Assert.Equal(isFree, await database.Set<OutboxMail>().Free(now).AnyAsync());
        }
    }

    [Fact]
    public async Task Earlier_mails_are_looked_for_by_an_index()
    {
        using var testbed = new MailTestbed();
        await using var database = testbed.NewContext();
        var mails = database.Set<OutboxMail>();
        var query = mails.Free(testbed.Clock.GetCurrentInstant()).FirstOfSubject(mails).Select(mail => mail.Id);
        await using var command = query.CreateDbCommand();
        await database.Database.OpenConnectionAsync();
        command.CommandText = $"EXPLAIN QUERY PLAN {command.CommandText}";

        var plan = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(3));
        }

        Assert.Contains(
            plan, step => step.Contains("(SubjectId=? AND Recipient=? AND State=?)", StringComparison.Ordinal));
    }
}
