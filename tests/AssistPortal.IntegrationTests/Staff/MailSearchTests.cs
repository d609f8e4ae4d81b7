using AssistPortal.Assist.Orders;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>The list of mails on each database.</summary>
public abstract class MailSearchTests : IAsyncLifetime
{
    private readonly TestDatabase database;
    private readonly MailFixture room;

    protected MailSearchTests(DatabaseProvider provider)
    {
        database = DemoDatabase.Create(provider);
        room = new MailFixture(database);
    }

    private PortalClient Browser => room.Browser;

    public Task InitializeAsync() => room.InitializeAsync();

    public async Task DisposeAsync()
    {
        await room.DisposeAsync();
        database.Dispose();
    }

    [DatabaseFact]
    public async Task Mails_are_found_by_request_number_address_and_words()
    {
        var (id, number) = await room.Portal.InDatabaseAsync(async db =>
        {
            var order = await db.Set<Order>().AsNoTracking().FirstAsync();
            return (order.Id, order.RequestNumber);
        });
        await room.WriteAsync(mail => mail with { SubjectId = $"{id}", Subject = "About 100% of it" });
        await room.WriteAsync(mail => mail with { Recipient = "Wang@customer.example" });
        await room.WriteAsync();

        Assert.Equal(1, await CountAsync($"{number}"));
        Assert.Equal(1, await CountAsync($" {number.Compact[..3].ToLowerInvariant()} {number.Compact[3..]}"));
        Assert.Equal(0, await CountAsync($"{RequestNumber.Random()}"));
        Assert.Equal(2, await CountAsync("HANNAH.brooks@customer.example"));
        Assert.Equal(1, await CountAsync("wang@CUSTOMER.example"));
        Assert.Equal(2, await CountAsync("Hannah.b"));
        Assert.Equal(2, await CountAsync("brooks@"));
        Assert.Equal(1, await CountAsync("100%"));
        Assert.Equal(0, await CountAsync("1%0"));
        Assert.Equal(1, await CountAsync("ORDER 3"));
        Assert.Equal(1, await CountAsync("order\u0000 3"));
        Assert.Equal(0, await CountAsync(new string('x', 3000)));
    }

    [DatabaseFact]
    public async Task Pages_go_on_from_a_mail_even_among_mails_of_one_moment()
    {
        var subjects = new List<string>();
        for (var number = 0; number < 125; number++)
        {
            subjects.Add((await room.WriteAsync()).Subject);
        }

        var first = await Browser.GetAsync("/staff/mail?q=order&state=waiting");
        Assert.Single(first.All(".schedule-pager a"));
        var second = await first.FollowAsync(".schedule-pager a:last-of-type");
        room.Portal.Clock.Advance(Duration.FromMinutes(1));
        await room.WriteAsync();
        var third = await second.FollowAsync(".schedule-pager a:last-of-type");
        Assert.Equal(subjects.Order(), new[] { first, second, third }.SelectMany(Subjects).Order());
        Assert.Equal(
            (50, 50, 25), (first.All("tbody tr").Count, second.All("tbody tr").Count, third.All("tbody tr").Count));
        var back = await third.FollowAsync(".schedule-pager a:nth-of-type(2)");
        Assert.Equal(Subjects(second), Subjects(back));
        Assert.Contains("state=waiting&q=order", back.Path, StringComparison.Ordinal);
        Assert.Contains(Subjects(first)[10], Subjects(await back.FollowAsync(".schedule-pager a:nth-of-type(2)")));
        Assert.Equal(126, await room.Portal.InDatabaseAsync(db => db.Set<OutboxMail>().CountAsync()));
        foreach (var odd in new[]
        {
            "before=x",
            "before=1-2",
            "after=99999999999999999999-0",
            $"before=9223372036854775807-{Guid.Empty:N}",
        })
        {
            Assert.Equal(50, (await Browser.GetAsync($"/staff/mail?{odd}")).All("tbody tr").Count);
        }
    }

    private static List<string> Subjects(PortalPage page) => [.. page.All("tbody th").Select(cell => cell.TextContent)];

    private async Task<int> CountAsync(string words) =>
        (await Browser.GetAsync($"/staff/mail?q={Uri.EscapeDataString(words)}")).All("tbody tr").Count;
}

public sealed class MailSearchOnSqlite() : MailSearchTests(DatabaseProvider.Sqlite);

public sealed class MailSearchOnPostgreSql() : MailSearchTests(DatabaseProvider.PostgreSql);

public sealed class MailSearchOnSqlServer() : MailSearchTests(DatabaseProvider.SqlServer);
