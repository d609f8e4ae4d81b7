using System.Net;
using AssistPortal.Assist.Orders;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Web.Features.Resources.Coming;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Resources;

public sealed class MyResourcesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Only_the_own_coming_orders_are_listed_the_next_one_first()
    {
        using var own = new PortalFactory();
        using var host = own.CreatePortalClient();
        using var other = own.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        await other.SignInAsync(Journeys.OtherHost);
        var (mine, theirs) = (await host.GetAsync("/resources"), await other.GetAsync("/resources"));
        Assert.Equal(
            ["Spring catalogue: live launch for trade customers", "Warehouse safety training, group A"],
            mine.All(".order-card h3").Select(title => title.TextContent));
        Assert.Equal(
            ["線上教學設計工作坊", "Partner school meeting"], theirs.All(".order-card h3").Select(title => title.TextContent));
        Assert.DoesNotContain("Winter catalogue", mine.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_without_orders_is_shown_the_way_to_one()
    {
        using var browser = await HostAsync(await portal.AddHostAsync("Newcomer", PortalPeople.Northwind));
        var page = await browser.GetAsync("/resources");
        Assert.Contains(portal.Words("en", "Resources.Coming.None"), page.Text, StringComparison.Ordinal);
        Assert.Equal("/assist", (await page.FollowAsync(".empty-state a")).Path);
    }

    [Fact]
    public async Task More_orders_than_a_page_holds_are_read_page_by_page_each_once()
    {
        var host = await portal.AddHostAsync("Busy host", PortalPeople.Northwind);
        await portal.AddComingOrdersAsync(
            host, [.. Enumerable.Range(0, 60).Select(number => Duration.FromHours(number / 3))]);
        using var browser = await HostAsync(host);
        var first = await browser.GetAsync("/resources");
        var second = await first.FollowAsync("a[rel=next]");
        var third = await second.FollowAsync("a[rel=next]");
        var all = Topics(first).Concat(Topics(second)).Concat(Topics(third)).ToList();
        Assert.Equal(60, all.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal((25, 25, 10), (Topics(first).Count, Topics(second).Count, Topics(third).Count));
        Assert.Null(first.Find("a[rel=prev]"));
        Assert.Null(third.Find("a[rel=next]"));
        var back = await third.FollowAsync("a[rel=prev]");
        Assert.Equal(Topics(second), Topics(back));
        Assert.Equal(Topics(first), Topics(await back.FollowAsync("a[rel=prev]")));
        Assert.Equal(Topics(first), Topics(await browser.GetAsync("/resources?after=nonsense&before=1-x")));

        // A place in somebody else's list shows nothing of it.
        using var other = await HostAsync(Journeys.OtherHost);
        Assert.All(Topics(await other.GetAsync(second.Path)), topic => Assert.DoesNotContain(topic, all));

        static List<string> Topics(PortalPage page) =>
            [.. page.All(".order-card h3").Select(title => title.TextContent)];
    }

    [Fact]
    public async Task An_order_stays_until_its_event_has_ended()
    {
        using var own = new PortalFactory();
        using var browser = own.CreatePortalClient();
        await browser.SignInAsync(await own.AddHostAsync("Watcher", PortalPeople.Northwind));
        var moment = FreeMoment.Next();
        var number = (await browser.OrderAsync(moment: moment)).RequestNumber().ToString();
        Assert.True(await OffersChangeAsync("Coming", "/resources", $"/resources/orders/{number}"));
        own.Clock.Reset(moment.Start + Duration.FromMinutes(59));
        Assert.Contains(number, (await browser.GetAsync("/resources")).Text, StringComparison.Ordinal);
        Assert.False(await OffersChangeAsync("Running", "/resources", $"/resources/orders/{number}"));
        own.Clock.Reset(moment.Start + Duration.FromMinutes(60));
        Assert.DoesNotContain(number, (await browser.GetAsync("/resources")).Text, StringComparison.Ordinal);
        Assert.False(await OffersChangeAsync("Over", $"/resources/orders/{number}"));

        async Task<bool> OffersChangeAsync(string state, params string[] paths)
        {
            var offers = 0;
            foreach (var path in paths)
            {
                var page = await browser.GetAsync(path);
                Assert.Equal(own.Words("en", $"Assist.State.{state}"), page.Get(".badge.state").TextContent);
                offers += page.Find($"main a[href='/assist/manage/{number}/availability']") is null ? 0 : 1;
            }

            Assert.True(offers == 0 || offers == paths.Length, state);
            return offers > 0;
        }
    }

    [Fact]
    public async Task An_order_has_a_page_a_print_view_and_a_calendar_file_under_its_number_however_it_is_written()
    {
        using var browser = await HostAsync(Journeys.Host);
        var number = (await browser.OrderAsync()).RequestNumber();
        foreach (var written in new[]
        {
            $"{number}",
            number.Compact.ToLowerInvariant(),
            $"{number.Compact[..3]} {number.Compact[3..]}",
        })
        {
            var page = await browser.GetAsync($"/resources/orders/{Uri.EscapeDataString(written)}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains(number.ToString(), page.Heading, StringComparison.Ordinal);
        }

        var print = await browser.GetAsync($"/resources/orders/{number}/print");
        Assert.Contains(number.ToString(), print.Heading, StringComparison.Ordinal);
        Assert.Empty(print.All("header, nav, form"));
        Assert.Equal("light", print.Document.DocumentElement.GetAttribute("data-theme"));
        Assert.Equal($"/resources/orders/{number}", (await print.FollowAsync("main a[href^='/resources']")).Path);
    }

    [Fact]
    public async Task Of_an_order_no_more_is_read_than_the_list_shows()
    {
        var statement = await portal.InDatabaseAsync(db => Task.FromResult(db.Set<Order>()
            .Take(ComingList.PageSize)
            .Join(db.Users, order => order.HostUserId, user => (Guid?)user.Id, ComingOrder.Of)
            .ToQueryString()));
        Assert.Contains(nameof(EventDetails.Topic), statement, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(EventDetails.Agenda), statement, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00000-00000")]
    [InlineData("not-a-number")]
    [InlineData("%EF%BF%BE")]
    [InlineData("12345")]
    public async Task A_number_that_is_none_is_not_found(string number)
    {
        using var browser = await HostAsync(Journeys.Host);
        foreach (var path in new[] { "", "/print", "/calendar.ics" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/resources/orders/{number}{path}")).Status);
        }
    }

    private async Task<PortalClient> HostAsync(string email)
    {
        var browser = portal.CreatePortalClient();
        await browser.SignInAsync(email);
        return browser;
    }
}
