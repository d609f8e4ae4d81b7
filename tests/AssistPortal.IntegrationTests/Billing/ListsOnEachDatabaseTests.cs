using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Database;
using AssistPortal.IntegrationTests.Resources;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Billing;

/// <summary>Invoices, history and time line, read from each database.</summary>
public abstract class ListsOnEachDatabaseTests : IAsyncLifetime
{
    private readonly TestDatabase database;
    private readonly PortalFactory portal;
    private PortalClient host = null!;
    private PortalClient staff = null!;

    protected ListsOnEachDatabaseTests(DatabaseProvider provider)
    {
        database = TestDatabase.Create(provider);
        portal = PortalFactory.With(new PortalSetup { Database = database });
    }

    public async Task InitializeAsync()
    {
        (host, staff) = (portal.CreatePortalClient(), portal.CreatePortalClient());
        await host.SignInAsync(Journeys.Host);
        await staff.SignInAsync("coordinator@demo.example");
    }

    public async Task DisposeAsync()
    {
        host.Dispose();
        staff.Dispose();
        await portal.DisposeAsync();
        database.Dispose();
    }

    [DatabaseFact]
    public async Task Pages_of_the_list_go_on_by_number()
    {
        await portal.AddPastOrdersAsync(Journeys.Host, [.. Enumerable.Range(1, 56).Select(number => $"Talk {number}")]);
        await portal.InDatabaseAsync(async db =>
        {
            var orders = await db.Set<Order>().Include(order => order.FeeLines).Where(order => order.Event.Topic.StartsWith("Talk ")).ToListAsync();
            db.AddRange(orders.Select((order, index) => Invoice.For(
                order,
                InvoiceReason.Completion,
                new InvoiceNumber(index < 30 ? 2027 : 2026, index + 10),
                ChargedFee.Of(order, contract: null).Lines,
                print: null,
                portal.Clock.GetCurrentInstant())));
            await db.SaveChangesAsync();
        });
        var first = await host.GetAsync("/resources/invoices");
        var second = await first.FollowAsync("a[rel=next]");
        var third = await second.FollowAsync("a[rel=next]");
        var all = Numbers(first).Concat(Numbers(second)).Concat(Numbers(third)).ToList();
        Assert.Equal(60, all.Count);
        Assert.Equal(all.OrderDescending(StringComparer.Ordinal), all);
        Assert.Null(third.Find("a[rel=next]"));
        Assert.Equal(Numbers(second), Numbers(await third.FollowAsync("a[rel=prev]")));
        Assert.Equal(Numbers(first), Numbers(await second.FollowAsync("a[rel=prev]")));
        var year = await staff.GetAsync("/staff/invoices?year=2026&q=talk");
        Assert.Single(Numbers(await year.FollowAsync("a[rel=next]")));
    }

    [DatabaseFact]
    public async Task An_order_is_found_read_and_its_invoice_taken_back()
    {
        var found = await host.GetAsync("/resources/history?q=WINTER&state=completed&package=ec-premium&from=2026-10-01&to=2026-12-31");
        var order = await found.FollowAsync("tbody th a");
        Assert.NotEmpty(order.All(".timeline__item a[href^='/resources/invoices/']"));
        Assert.Equal(2, (await host.GetAsync("/resources/history/export?q=winter")).Source.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        var asked = await (await staff.GetAsync("/staff/invoices?q=winter&site=1")).FollowAsync("tbody th a");
        var credit = await (await asked.FollowAsync("a[href$='/credit']")).SubmitAsync(new() { ["Note"] = "Free of charge" });
        Assert.Contains("Free of charge", credit.Text, StringComparison.Ordinal);
        Assert.Contains("Free of charge", (await host.GetAsync(order.Path)).Get(".timeline").TextContent, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Numbers(PortalPage page) => page.All("tbody th a").Select(link => link.TextContent);
}

public sealed class ListsOnSqlite() : ListsOnEachDatabaseTests(DatabaseProvider.Sqlite);

public sealed class ListsOnPostgreSql() : ListsOnEachDatabaseTests(DatabaseProvider.PostgreSql);

public sealed class ListsOnSqlServer() : ListsOnEachDatabaseTests(DatabaseProvider.SqlServer);
