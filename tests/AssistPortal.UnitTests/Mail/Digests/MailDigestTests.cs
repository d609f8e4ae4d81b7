using AssistPortal.Data.Database;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Digests;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using AssistPortal.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.UnitTests.Mail.Digests;

public abstract class MailDigestTests(DatabaseProvider provider) : IDisposable
{
    private readonly MailTestbed testbed = new(provider);
    private readonly RecordingTransport transport = new();

    public void Dispose() => testbed.Dispose();

    [DatabaseFact]
    public async Task Collected_mails_go_out_as_one_once_they_are_due_whatever_the_number_of_servers()
    {
        var rows = await testbed.WriteAsync(
            Collected("order-1"), Collected("order-2"), Collected("order-3", "other@demo.example"));
        Assert.Equal(0, await testbed.SendDueAsync(transport));
        Assert.Equal(0, await WriteDueAsync());

        testbed.Clock.Advance(Duration.FromHours(22));
        var written = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(WriteDueAsync)));
        Assert.Equal(2, written.Sum());
        Assert.Equal(2, await testbed.SendDueAsync(transport));

        var digest = (await ReadAsync()).Single(
            mail => mail.Cause == DigestMail.Cause && mail.Recipient == "host@demo.example");
        Assert.All(rows.Take(2), row => Assert.Contains(row.SubjectId, digest.TextBody, StringComparison.Ordinal));
        Assert.All(rows.Take(2), row => Assert.Contains(row.SubjectId, digest.HtmlBody, StringComparison.Ordinal));
        var parts = (await ReadAsync()).Where(
            mail => mail.Recipient == digest.Recipient && mail.Cause != DigestMail.Cause);
        Assert.All(
            parts, part => Assert.Equal((OutboxMailState.Digested, (Guid?)digest.Id), (part.State, part.DigestId)));
    }

    [DatabaseFact]
    public async Task Of_each_entry_in_the_calendar_the_last_state_is_enclosed_also_where_an_order_has_several()
    {
        await testbed.WriteAsync(
            Collected("order-1", sequence: 0),
            Collected("order-2", sequence: 0),
            Collected("order-1", revision: 1, sequence: 1),
            Collected("order-1", revision: 2, uid: "rehearsal-1"));
        testbed.Clock.Advance(Duration.FromHours(22));
        await WriteDueAsync();
        IReadOnlyList<string> enclosed = [];
        transport.Before = mail =>
        {
            enclosed = mail.EnclosedCalendars;
            return Task.CompletedTask;
        };

        Assert.Equal(1, await testbed.SendDueAsync(transport));

        Assert.Equal(3, enclosed.Count);
        Assert.Contains(enclosed, entry => entry.Contains("UID:order-1", StringComparison.Ordinal)
            && entry.Contains("SEQUENCE:1", StringComparison.Ordinal));
        Assert.Contains(enclosed, entry => entry.Contains("UID:order-2", StringComparison.Ordinal));
        Assert.Contains(enclosed, entry => entry.Contains("UID:rehearsal-1", StringComparison.Ordinal));
    }

    [DatabaseFact]
    public async Task A_digest_that_is_tried_again_encloses_no_entry_that_has_changed_since()
    {
        await testbed.WriteAsync(Collected("order-1", sequence: 0), Collected("order-2", sequence: 0));
        testbed.Clock.Advance(Duration.FromHours(22));
        await WriteDueAsync();
        testbed.Clock.Advance(Duration.FromMinutes(1));
        await testbed.WriteAsync(
            Collected("order-1", revision: 1, sequence: 1) with { CollectUntil = null },
            Collected("order-1", revision: 2, uid: "rehearsal-1") with { CollectUntil = null },
            Collected("order-2", "other@demo.example", revision: 1, sequence: 1) with { CollectUntil = null });
        IReadOnlyList<string> enclosed = [];
        transport.Before = mail =>
        {
            enclosed = mail.Cause == DigestMail.Cause ? mail.EnclosedCalendars : enclosed;
            return Task.CompletedTask;
        };

        Assert.Equal(4, await testbed.SendDueAsync(transport));

        Assert.Equal(2, enclosed.Count);
        Assert.Contains(enclosed, entry => entry.Contains("UID:order-1", StringComparison.Ordinal)
            && entry.Contains("SEQUENCE:1", StringComparison.Ordinal));
        Assert.Contains(enclosed, entry => entry.Contains("UID:order-2", StringComparison.Ordinal)
            && entry.Contains("SEQUENCE:0", StringComparison.Ordinal));
    }

    [DatabaseFact]
    public async Task What_was_collected_goes_first_when_something_about_the_same_can_not_wait()
    {
        await testbed.WriteAsync(Collected("order-1"), Collected("order-2"));
        testbed.Clock.Advance(Duration.FromMinutes(1));
        await using (var database = testbed.NewContext())
        {
            var outbox = testbed.NewOutbox(database);
            await outbox.ReleaseCollectedAsync("order-1", "host@demo.example", CancellationToken.None);
            outbox.Write(MailTestbed.Mail("order-1", revision: 1));
            await database.SaveChangesAsync();
        }

        Assert.Equal(2, await testbed.SendDueAsync(transport));
        Assert.Equal("order.placed 0, order.placed 1", string.Join(", ", transport.Sent.Select(mail => mail.Subject)));
        Assert.Equal(OutboxMailState.Collected, (await ReadAsync()).Single(mail => mail.SubjectId == "order-2").State);
    }

    private MailToWrite Collected(
        string subjectId,
        string recipient = "host@demo.example",
        int revision = 0,
        int sequence = 0,
        string? uid = null) =>
        MailTestbed.Mail(subjectId, revision: revision, recipient: recipient) with
        {
            CollectUntil = DigestTime.After(testbed.Clock.GetCurrentInstant(), timeZone: null),
            Body = new MailBody("Before").Heading($"About {subjectId}").Paragraph("Text"),
            Calendar = new CalendarInvitation(CalendarMethod.Request, new CalendarEvent
            {
                Uid = uid ?? subjectId,
                Sequence = sequence,
                Start = testbed.Clock.GetCurrentInstant(),
                End = testbed.Clock.GetCurrentInstant() + Duration.FromHours(1),
                Summary = "Event",
                Description = "",
            }),
        };

    private Task<int> WriteDueAsync() => testbed.WriteDigestsAsync();

    private async Task<List<OutboxMail>> ReadAsync()
    {
        await using var database = testbed.NewContext();
        return await database.Set<OutboxMail>().AsNoTracking().ToListAsync();
    }
}

public sealed class MailDigestOnSqlite() : MailDigestTests(DatabaseProvider.Sqlite);

public sealed class MailDigestOnPostgreSql() : MailDigestTests(DatabaseProvider.PostgreSql);

public sealed class MailDigestOnSqlServer() : MailDigestTests(DatabaseProvider.SqlServer);
