using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Consequences.Audit;
using AssistPortal.Assist.Desk.Audit;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>What happened since a coordinator last looked, read from each database.</summary>
public abstract class NoticesOnEachDatabaseTests(DatabaseProvider provider) : DeskOnDatabase(provider)
{
    private const string Page = "/staff/notices";

    [DatabaseFact]
    public async Task What_others_did_is_told_until_it_is_marked_as_seen()
    {
        var seen = await (await Staff.GetAsync(Page)).SubmitFormAsync($"form[action='{Page}/seen']");
        Assert.Contains(Words("Seen.Done"), seen.Text, StringComparison.Ordinal);
        Assert.Null(seen.Find(".bell__count"));

        Portal.Clock.AdvanceMinutes(5);
        var (mine, other) = await HappenAsync();
        Assert.Equal("5", (await Staff.GetAsync("/staff/packages")).Get(".bell__count").TextContent);
        var page = await Staff.GetAsync(Page);
        Assert.Equal("5", (await Staff.GetAsync(Page)).Get(".bell__count").TextContent);
        Assert.Equal(
            Texts(mine, "Kind.Placed", "Kind.Message", "Kind.Owner")
                .Append($"{Portal.Words("en", "Assist.Attention.NoCover")} {mine.RequestNumber}")
                .Concat(Texts(other, "Kind.Moved")).Order(StringComparer.Ordinal),
            New(page));
        Assert.Equal(4, New(await page.FollowAsync($"a[href='{Page}?mine=1']")).Count);

        // What happens while the list is read is not seen by marking it.
        Portal.Clock.AdvanceMinutes(1);
        await Portal.InDatabaseAsync(async db =>
        {
            db.Audit(new OrderMessageReceived(other.Id, 7), AuditActor.Portal, Portal.Clock.GetCurrentInstant());
            await db.SaveChangesAsync();
        });
        Assert.Equal(Texts(other, "Kind.Message"), New(await page.SubmitFormAsync($"form[action='{Page}/seen']")));

        // A month later nothing is told any more.
        Portal.Clock.Advance(Duration.FromDays(31));
        using var later = Portal.CreatePortalClient();
        await later.SignInAsync("coordinator@demo.example");
        Assert.DoesNotContain(
            New(await later.GetAsync(Page)), text => text.StartsWith(Words("Kind.Message"), StringComparison.Ordinal));
    }

    /// <summary>One order of the coordinator's, one that is not; own acts and what is not due are not told.</summary>
    private Task<(Order Mine, Order Other)> HappenAsync() => Portal.InDatabaseAsync(async db =>
    {
        var now = Portal.Clock.GetCurrentInstant();
        var reader = (await db.Users.SingleAsync(user => user.UserName == "coordinator@demo.example")).Id;
        var admin = (await db.Users.SingleAsync(user => user.UserName == "admin@demo.example")).Id;
        var orders = await db.Set<Order>().AsNoTracking()
            .Where(order => order.State == OrderState.Placed && order.Time.Start > now)
            .OrderBy(order => order.Id)
            .Take(2)
            .ToListAsync();
        var (mine, other) = (orders[0], orders[1]);
        await db.Set<Order>().Where(order => order.OwnerId == reader)
            .ExecuteUpdateAsync(set => set.SetProperty(order => order.OwnerId, (Guid?)null));
        await db.Set<Order>().Where(order => order.Id == mine.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(order => order.OwnerId, reader));
        await db.Set<OrderAttention>()
            .Where(item => item.OrderId == mine.Id || item.OrderId == other.Id)
            .ExecuteDeleteAsync();
        db.AddRange(
            new OrderAttention(mine.Id, AttentionReason.NoCover, now),
            new OrderAttention(mine.Id, AttentionReason.Unanswered, now),
            new OrderAttention(mine.Id, AttentionReason.NotCompleted, now + Duration.FromHours(1)));
        db.Audit(new OrderPlaced(mine.Id, mine.ProducerId), admin, now);
        db.Audit(new OrderMessageReceived(mine.Id, 7), AuditActor.Visitor(Guid.NewGuid()), now);
        db.Audit(new OrderOwnerChanged(mine.Id, Change.Between<Guid?>(null, reader)), admin, now);
        db.Audit(new OrderOwnerChanged(other.Id, Change.Between<Guid?>(reader, admin)), admin, now);
        db.Audit(new OrderNoteAdded(mine.Id, 10), admin, now);
        db.Audit(new OrderMessageReceived(other.Id, 6), reader, now);
        db.Audit(
            new OrderUpdated(
                other.Id,
                Change.Between(other.Time.Start, other.Time.Start + Duration.FromHours(1)),
                Change.Between(other.ProducerId, other.ProducerId),
                default,
                null,
                null),
            admin,
            now);
        await db.SaveChangesAsync();
        return (mine, other);
    });

    private string Words(string key) => Portal.Words("en", $"Notices.{key}");

    private IEnumerable<string> Texts(Order order, params string[] keys) =>
        keys.Select(key => $"{Words(key)} {order.RequestNumber}");

    private static List<string> New(PortalPage page) =>
    [
        .. page.All(".notice-list__item--new")
            .Select(item => $"{item.QuerySelector("strong")!.TextContent} "
                + item.QuerySelector("p:nth-child(2) .muted")!.TextContent)
            .Order(StringComparer.Ordinal),
    ];
}

public sealed class NoticesOnSqlite() : NoticesOnEachDatabaseTests(DatabaseProvider.Sqlite);

public sealed class NoticesOnPostgreSql() : NoticesOnEachDatabaseTests(DatabaseProvider.PostgreSql);

public sealed class NoticesOnSqlServer() : NoticesOnEachDatabaseTests(DatabaseProvider.SqlServer);
