using System.Net;
using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Accounts;
using AssistPortal.IntegrationTests.Resources;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Web.Features.Staff.Orders.List;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>Filters of the list of orders that are saved under a name.</summary>
public sealed class OrderViewsTests : IAsyncLifetime
{
    private const string SaveForm = ".save-view form";
    private readonly StaffAtWork staff = new();

    public Task InitializeAsync() => staff.InitializeAsync();

    public Task DisposeAsync() => staff.DisposeAsync();

    [Fact]
    public async Task A_view_is_saved_under_a_name_shown_with_its_count_renamed_and_deleted()
    {
        var list = await ListAsync("q=northwind&sort=customer");
        var count = list.All("[data-rows] tbody tr").Count;
        var saved = await list.SubmitFormAsync(SaveForm, Name(" Northwind by name "));
        Assert.Equal("/staff/orders?q=northwind&sort=customer", saved.Path);
        Assert.Contains("Northwind by name", saved.Get("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            $"Northwind by name {count}",
            PortalPage.Squeeze(saved.Get("#own-views [aria-current]").TextContent));
        Assert.Null((await ListAsync("q=northwind&sort=start")).Find("#own-views [aria-current]"));
        Assert.Equal(saved.Path, (await (await ListAsync("")).FollowAsync("#own-views a")).Path);

        var views = await saved.FollowAsync(".quick-filters__act a");
        Assert.Contains("‘northwind’", views.Get("[data-rows] tbody").TextContent, StringComparison.Ordinal);
        var rename = await views.FollowAsync("[data-rows] tbody a.btn");
        var renamed = await rename.SubmitAsync(Name("Northwind"));
        Assert.Equal("Northwind", renamed.Get("[data-rows] tbody th").TextContent.Trim());
        var deleted = await renamed.SubmitFormAsync("form[action$='/delete']");
        Assert.Equal("/staff/orders?q=northwind&sort=customer", deleted.Path);
        Assert.Null(deleted.Find("#own-views"));
        Assert.Equal(HttpStatusCode.NotFound, (await rename.SubmitAsync(Name("Gone"))).Status);
    }

    [Fact]
    public async Task A_name_is_needed_and_one_that_is_there_is_replaced_only_once_that_is_said()
    {
        var coming = await ListAsync("status=coming");
        foreach (var name in new[] { "", " \u200B", new string('x', OrderView.NameLength + 1), "a\u202Eb" })
        {
            var refused = await coming.SubmitFormAsync(SaveForm, Name(name));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Equal(["Name"], refused.Errors.Keys);
            Assert.Equal(name, refused.Value("Name"));
        }

        await coming.SubmitFormAsync(SaveForm, Name("Mine"));
        await coming.SubmitFormAsync(SaveForm, Name("Mine"));
        var asked = await (await ListAsync("owner=mine")).SubmitFormAsync(SaveForm, Name("ｍine "));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "ｍine "), (asked.Status, asked.Value("Name")));
        Assert.Equal(["status=coming&sort=placed-desc"], await QueriesAsync());

        // The word was given for that name alone.
        var (action, fields) = asked.Prepare(Name("Others"), "button[name=Replace]");
        Assert.Equal(HttpStatusCode.OK, (await staff.Browser.PostAsync(action, fields)).Status);
        var replaced = await asked.SubmitAsync(button: "button[name=Replace]");
        Assert.StartsWith("/staff/orders?owner=mine", replaced.Path, StringComparison.Ordinal);
        Assert.Equal(["owner=mine&sort=placed-desc", "owner=mine&sort=placed-desc"], await QueriesAsync());
    }

    [Fact]
    public async Task What_one_statement_counts_is_what_each_view_counts_by_itself()
    {
        await staff.Portal.BecomeBusyAsync();
        var (reader, left) = await staff.Portal.InDatabaseAsync(async db =>
        {
            var (own, left) = (await IdAsync("coordinator@demo.example"), await IdAsync("admin@demo.example"));
            var orders = await db.Set<Order>().Where(order => order.State == OrderState.Placed)
                .OrderBy(order => order.Id).Select(order => order.Id).ToListAsync();
            await db.Set<Order>().Where(order => order.Id == orders[0] || order.Id == orders[1])
                .ExecuteUpdateAsync(set => set.SetProperty(order => order.OwnerId, own));
            await db.Set<Order>().Where(order => order.Id == orders[2])
                .ExecuteUpdateAsync(set => set.SetProperty(order => order.OwnerId, left));
            return (new ListReader(own, DateTimeZoneProviders.Tzdb["America/New_York"]), left);

            Task<Guid> IdAsync(string email) =>
                db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync();
        });
        var before = await CompareAsync();
        await staff.Portal.InDatabaseAsync(db => db.Users.Where(user => user.Id == left)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.LockoutEnd, PortalUser.Forever)));
        var after = await CompareAsync();
        Assert.InRange(after[2].Least, before[2].Least + 1, int.MaxValue);
        Assert.InRange(after[1].Least, 2, int.MaxValue);
        Assert.All(after.Take(4), view => Assert.InRange(view.Least, 1, int.MaxValue));

        async Task<IReadOnlyList<OrderCount>> CompareAsync()
        {
            await using var scope = staff.Portal.Services.CreateAsyncScope();
            var (views, all, _) =
                await scope.ServiceProvider.GetRequiredService<CommonCounts>().ReadAsync(reader, default);
            var singly = await scope.ServiceProvider.GetRequiredService<OrderCounts>().OfAsync(
                [.. OrderViewTabs.Common.Select(view => view.Filter), new OrderListInput()], reader, default);
            Assert.Equal(singly, [.. views, all]);
            return views;
        }
    }

    [Fact]
    public async Task There_are_so_many_and_each_has_a_name_of_its_own()
    {
        await staff.Portal.InDatabaseAsync(async db =>
        {
            var id = (await db.Users.SingleAsync(user => user.Email == "coordinator@demo.example")).Id;
            db.AddRange(Enumerable.Range(1, OrderView.MostEach)
                .Select(number => OrderView.Save(id, $"View {number}", "status=coming&sort=start")));
            await db.SaveChangesAsync();
        });
        var list = await ListAsync("status=begun");
        Assert.Equal(OrderView.MostEach, list.All("#own-views .badge").Count);
        Assert.Contains(
            $"{OrderView.MostEach}",
            (await list.SubmitFormAsync(SaveForm, Name("One more"))).Errors["Name"],
            StringComparison.Ordinal);
        var rename = await (await staff.Browser.GetAsync("/staff/orders/views")).FollowAsync("[data-rows] a.btn");
        Assert.Equal(["Name"], (await rename.SubmitAsync(Name("VIEW 7"))).Errors.Keys);
        Assert.Empty((await rename.SubmitAsync(Name("view 1"))).Errors);
    }

    [Fact]
    public async Task Nobody_sees_or_changes_the_views_of_others()
    {
        await (await ListAsync("status=coming")).SubmitFormAsync(SaveForm, Name("Secret"));
        var id = await staff.Portal.InDatabaseAsync(db => db.Set<OrderView>().Select(view => view.Id).SingleAsync());
        using var other = staff.Portal.CreatePortalClient();
        await other.SignInAsync(DemoAccounts.Administrator);
        var list = await other.GetAsync("/staff/orders?status=begun");
        Assert.DoesNotContain("Secret", list.Text, StringComparison.Ordinal);
        var views = await other.GetAsync("/staff/orders/views");
        Assert.DoesNotContain("Secret", views.Text, StringComparison.Ordinal);
        Assert.Null((await other.GetAsync($"/staff/orders/views?rename={id}")).Find("#step-form"));
        var (_, fields) = list.Prepare(Name("Taken"), $"{SaveForm} button");
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"/staff/orders/views/{id}", fields)).Status);
        Assert.Equal(
            HttpStatusCode.NotFound, (await other.PostAsync($"/staff/orders/views/{id}/delete", fields)).Status);
        await list.SubmitFormAsync(SaveForm, Name("Secret"));
        Assert.Equal(["status=begun&sort=start-desc", "status=coming&sort=placed-desc"], await QueriesAsync());
    }

    [Fact]
    public async Task Each_view_counts_what_it_lists_whatever_its_filter()
    {
        var package = await staff.Portal.InDatabaseAsync(db => db.Set<Assist.Packages.ServicePackage>()
            .Select(item => item.Code).FirstAsync());
        string[] filters =
        [
            "status=open", "owner=mine", "owner=nobody", "when=this-week", "when=last-week", "attention=any",
            "q=northwind", $"package={package}", $"q=northwind&package={package}&status=coming", "site=1", "producer=2",
            "q=nothing-like-that",
        ];
        foreach (var (number, filter) in filters.Index())
        {
            await (await ListAsync(filter)).SubmitFormAsync(SaveForm, Name($"View {number}"));
        }

        var list = await ListAsync("");
        foreach (var tab in list.All(".quick-filters a:has(.badge)"))
        {
            var shown = await staff.Browser.GetAsync(tab.GetAttribute("href")!);
            Assert.Contains(
                tab.TextContent, shown.All(".quick-filters [aria-current]").Select(current => current.TextContent));
            Assert.Equal($"{shown.All("[data-rows] tbody tr").Count}", tab.QuerySelector(".badge")!.TextContent);
        }

        Assert.Equal(filters.Length + 5, list.All(".quick-filters .badge").Count);
    }

    [Fact]
    public async Task Of_many_orders_a_view_says_that_they_are_many()
    {
        await staff.Portal.AddPastOrdersAsync(Journeys.Host, [.. Enumerable.Range(1, 1001).Select(n => $"Topic {n}")]);
        var list = await (await ListAsync("status=begun")).SubmitFormAsync(SaveForm, Name("Done"));
        Assert.Equal("999+", list.Get("#own-views .badge").TextContent);
    }

    private static Dictionary<string, string?> Name(string name) => new(StringComparer.Ordinal) { ["Name"] = name };

    private Task<PortalPage> ListAsync(string query) => staff.Browser.GetAsync($"/staff/orders?{query}");

    private Task<List<string>> QueriesAsync() => staff.Portal.InDatabaseAsync(
        db => db.Set<OrderView>().OrderBy(view => view.Query).Select(view => view.Query).ToListAsync());
}
