using System.Net;
using AssistPortal.Assist.Orders;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Resources;

public sealed class HistoryTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Launch = "Winter catalogue: live launch";
    private const string Managers = "Meeting of the regional managers, autumn";
    private const string Cancelled = "Warehouse safety training, autumn";

    [Fact]
    public async Task All_own_orders_stand_there_the_newest_event_first()
    {
        using var browser = await HostAsync(Journeys.Host);
        var page = await (await browser.GetAsync("/resources")).FollowAsync("a[href='/resources/history']");
        Assert.Equal(
            ["Warehouse safety training, group A", "Spring catalogue: live launch for trade customers", Cancelled, Managers, Launch],
            Topics(page));
        Assert.Equal(["/resources/orders/", "/resources/invoices/"], new[] { "th a", "td a" }.Select(
            link => page.All($"tbody tr:last-child {link}")[0].GetAttribute("href")![..^11]));
    }

    [Theory]
    [InlineData("q=ＷＩＮＴＥＲ launch", Launch)]
    [InlineData("q=host@demo.example autumn", Cancelled, Managers)]
    [InlineData("q=winter autumn")]
    [InlineData("state=cancelled", Cancelled)]
    [InlineData("state=Completed", Managers, Launch)]
    [InlineData("package=mc-premium", Managers)]
    [InlineData("package=ec-premium&to=2026-12-01", Launch)]
    [InlineData("from=2026-11-10&to=2026-11-12", Managers)]
    [InlineData("from=2026-11-13&to=２０２６-11-20")]
    [InlineData("site=999")]
    public async Task Words_and_filters_are_in_the_address(string query, params string[] topics)
    {
        using var browser = await HostAsync(Journeys.Host);
        var page = await browser.GetAsync($"/resources/history?{query}");
        Assert.Equal(topics, Topics(page));
        Assert.Equal(topics.Length == 0, page.Find(".empty-state a[href='/resources/history']") is not null);
        var rows = (await browser.GetAsync($"/resources/history/export?{query}")).Source.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(topics.Length, rows.Length - 1);
    }

    [Fact]
    public async Task A_request_number_is_found_however_it_is_written()
    {
        using var browser = await HostAsync(Journeys.Host);
        var number = await portal.InDatabaseAsync(async db =>
            (await db.Set<Order>().SingleAsync(order => order.Event.Topic == Launch)).RequestNumber);
        foreach (var written in new[] { $"{number}", number.Compact.ToLowerInvariant(), $"{number.Compact[..3]} {number.Compact[3..]}" })
        {
            Assert.Equal([Launch], Topics(await browser.GetAsync($"/resources/history?q={Uri.EscapeDataString(written)}")));
        }
    }

    [Theory]
    [InlineData("from=soon", "History.Date.Wrong")]
    [InlineData("from=2026-11-20&to=2026-11-19", "History.To.BeforeFrom")]
    public async Task What_is_no_day_is_told_and_kept(string query, string error)
    {
        using var browser = await HostAsync(Journeys.Host);
        var page = await browser.GetAsync($"/resources/history?{query}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal([portal.Words("en", error)], page.ErrorSummary);
        Assert.Contains(page.Value("from")!, query, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync($"/resources/history/export?{query}")).Status);
    }

    [Fact]
    public async Task Pages_go_on_by_key_and_the_file_has_all()
    {
        var host = await portal.AddHostAsync("Historian", PortalPeople.Northwind);
        using var browser = await HostAsync(host);
        var empty = await browser.GetAsync("/resources/history");
        Assert.Contains(portal.Words("en", "History.None.Text"), empty.Get(".empty-state").TextContent, StringComparison.Ordinal);
        List<string> topics = [.. Enumerable.Range(1, 59).Select(number => $"Talk {number}"), "=1+1, \"quoted\""];
        await portal.AddPastOrdersAsync(host, topics);

        var first = await browser.GetAsync("/resources/history");
        var second = await first.FollowAsync("a[rel=next]");
        var third = await second.FollowAsync("a[rel=next]");
        Assert.Equal(topics, Topics(first).Concat(Topics(second)).Concat(Topics(third)));
        Assert.Null(third.Find("a[rel=next]"));
        Assert.Equal(Topics(second), Topics(await third.FollowAsync("a[rel=prev]")));
        Assert.Equal(Topics(first), Topics(await second.FollowAsync("a[rel=prev]")));
        Assert.Equal(Topics(first), Topics(await browser.GetAsync("/resources/history?before=rubbish&after=9-9")));

        var file = await browser.GetAsync("/resources/history/export");
        Assert.StartsWith("text/csv", file.ContentType, StringComparison.Ordinal);
        var rows = file.Source.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(61, rows.Length);
        Assert.Contains(",Placed,\"'=1+1, \"\"quoted\"\"\",ec-premium,", rows[^1], StringComparison.Ordinal);
        Assert.Contains(",1250.00,USD,", rows[1], StringComparison.Ordinal);
    }

    private static IEnumerable<string> Topics(PortalPage page) => page.All("tbody th a").Select(link => link.TextContent);

    private async Task<PortalClient> HostAsync(string email)
    {
        var browser = portal.CreatePortalClient();
        await browser.SignInAsync(email);
        return browser;
    }
}
