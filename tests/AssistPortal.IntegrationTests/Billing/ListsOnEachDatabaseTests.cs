using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Database;
using AssistPortal.IntegrationTests.Resources;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Web.Features.Staff.Orders.List;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Billing;

/// <summary>Invoices, history and time line, read from each database.</summary>
public abstract class ListsOnEachDatabaseTests(DatabaseProvider provider) : PortalOnDatabase(provider)
{
    private PortalClient host = null!;
    private PortalClient staff = null!;

    public override async Task InitializeAsync() => (host, staff) = (
        await SignedInAsync(Journeys.Host), await SignedInAsync("coordinator@demo.example"));

    [DatabaseFact]
    public async Task Pages_of_the_list_go_on_by_number()
    {
        await Portal.AddPastOrdersAsync(Journeys.Host, [.. Enumerable.Range(1, 56).Select(number => $"Talk {number}")]);
        await Portal.InDatabaseAsync(async db =>
        {
            var orders = await db.Set<Order>()
                .Where(order => order.Event.Topic.StartsWith("Talk "))
                .ToListAsync();
            db.AddRange(orders.Select((order, index) => Invoice.For(
                order,
                InvoiceReason.Completion,
                new InvoiceNumber(index < 30 ? 2027 : 2026, index + 10),
                ChargedFee.Of(order, contract: null).Lines,
                print: null,
                Portal.Clock.GetCurrentInstant())));
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
        var found = await host.GetAsync(
            "/resources/history?q=WINTER&state=completed&package=ec-premium&from=2026-10-01&to=2026-12-31");
        var order = await found.FollowAsync("tbody th a");
        Assert.NotEmpty(order.All(".timeline__item a[href^='/resources/invoices/']"));
        Assert.Equal(2, (await host.GetAsync(
            "/resources/history/export?q=winter")).Source.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        var asked = await (await staff.GetAsync("/staff/invoices?q=winter&site=1")).FollowAsync("tbody th a");
        var credit = await (await asked.FollowAsync("a[href$='/credit']")).SubmitAsync(
            new() { ["Note"] = "Free of charge" });
        Assert.Contains("Free of charge", credit.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Free of charge", (await host.GetAsync(order.Path)).Get(".timeline").TextContent, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task Where_all_keys_are_equal_every_order_stands_there_once()
    {
        var topics = Enumerable.Range(1, 60).Select(number => $"Twin {number}").ToHashSet(StringComparer.Ordinal);
        await Portal.AddPastOrdersAsync(Journeys.Host, [.. topics], Duration.Zero);
        await AllStandThereAsync(host, "/resources/history?q=twin");
        foreach (var sort in OrderSort.Names)
        {
            await AllStandThereAsync(staff, $"/staff/orders?q=twin&sort={sort}");
        }

        var saved = await (await staff.GetAsync("/staff/orders?q=twin&package=ec-premium")).SubmitFormAsync(
            ".save-view form", new() { ["Name"] = "Twins" });
        Assert.Equal("Twins 60", PortalPage.Squeeze(saved.Get("#own-views [aria-current]").TextContent));

        async Task AllStandThereAsync(PortalClient browser, string address)
        {
            var page = await browser.GetAsync(address);
            var seen = Topics(page).ToList();
            while (page.Find("a[rel=next]") is not null)
            {
                page = await page.FollowAsync("a[rel=next]");
                seen.AddRange(Topics(page));
            }

            Assert.True(seen.Count == topics.Count && topics.SetEquals(seen), address);
        }
    }

    [DatabaseFact]
    public async Task A_name_that_could_be_a_number_is_found_and_a_number_beside_other_words()
    {
        Assert.All(
            ["David Brown", "James Smith", "Evangeline"],
            name => Assert.True(RequestNumber.TryParse(name, out _), name));
        await Portal.AddPastOrdersAsync(Journeys.Host, ["Spring talk"], Duration.Zero, "David", "Brown");
        await Portal.AddPastOrdersAsync(Journeys.Host, ["Evangeline"], Duration.Zero);
        var number = await Portal.InDatabaseAsync(
            async db => (await db.Set<Order>().SingleAsync(order => order.Event.Topic == "Evangeline")).RequestNumber);
        await FindAsync("David Brown", "Spring talk");
        await FindAsync("brown david", "Spring talk");
        await FindAsync("James Smith");
        await FindAsync("Evangeline", "Evangeline");
        await FindAsync($"{number}", "Evangeline");
        await FindAsync($"brooks {number}", "Evangeline");
        await FindAsync($"brown {number}");

        async Task FindAsync(string typed, params string[] topics)
        {
            var words = Uri.EscapeDataString(typed);
            Assert.Equal(topics, Topics(await staff.GetAsync($"/staff/orders?q={words}")));
            Assert.Equal(topics, Topics(await host.GetAsync($"/resources/history?q={words}")));
            var rows = (await staff.GetAsync($"/staff/orders/export?q={words}")).Source.Split(
                '\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(topics.Length, rows.Length - 1);
        }
    }

    private static IEnumerable<string> Topics(PortalPage page) =>
        page.All("tbody th a").Select(link => link.TextContent);

    private static IEnumerable<string> Numbers(PortalPage page) =>
        page.All("tbody th a").Select(link => link.TextContent);
}

public sealed class ListsOnSqlite() : ListsOnEachDatabaseTests(DatabaseProvider.Sqlite);

public sealed class ListsOnPostgreSql() : ListsOnEachDatabaseTests(DatabaseProvider.PostgreSql);

public sealed class ListsOnSqlServer() : ListsOnEachDatabaseTests(DatabaseProvider.SqlServer);
