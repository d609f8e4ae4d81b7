using System.Net;
using System.Text;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
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
            [
                "Warehouse safety training, group A", "Spring catalogue: live launch for trade customers", Cancelled,
                Managers, Launch,
            ],
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
    [InlineData(
        "state=coming", "Warehouse safety training, group A", "Spring catalogue: live launch for trade customers")]
    [InlineData("state=begun")]
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
        var rows = (await browser.GetAsync($"/resources/history/export?{query}")).Source.Split(
            '\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(topics.Length, rows.Length - 1);
    }

    [Fact]
    public async Task A_request_number_is_found_however_it_is_written()
    {
        using var browser = await HostAsync(Journeys.Host);
        var number = await portal.InDatabaseAsync(async db =>
            (await db.Set<Order>().SingleAsync(order => order.Event.Topic == Launch)).RequestNumber);
        foreach (var written in new[]
        {
            $"{number}",
            number.Compact.ToLowerInvariant(),
            $"{number.Compact[..3]} {number.Compact[3..]}",
        })
        {
            Assert.Equal(
                [Launch], Topics(await browser.GetAsync($"/resources/history?q={Uri.EscapeDataString(written)}")));
        }
    }

    [Theory]
    [InlineData("from=soon", "History.Date.Wrong")]
    [InlineData("from=2026-11-20&to=2026-11-19", "History.To.BeforeFrom")]
    [InlineData("state=paid", "History.State.Wrong")]
    [InlineData("site=here", "History.Site.Wrong")]
    public async Task A_filter_that_can_not_be_read_is_told_and_kept(string query, string error)
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
        Assert.Contains(
            portal.Words("en", "History.None.Text"), empty.Get(".empty-state").TextContent, StringComparison.Ordinal);
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
        Assert.Contains(
            ",Over,\"'=1+1, \"\"quoted\"\"\",Event Center Premium Assist,",
            rows[^1],
            StringComparison.Ordinal);
        Assert.Contains(",1250.00,,,USD,", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_is_over_is_told_from_one_that_is_coming()
    {
        var host = await portal.AddHostAsync("Waiter", PortalPeople.Northwind);
        using var browser = await HostAsync(host);
        await portal.AddPastOrdersAsync(host, "Three weeks ago");
        Assert.Empty(Topics(await browser.GetAsync("/resources/history?state=coming")));
        var page = await browser.GetAsync("/resources/history?state=begun");
        Assert.Equal(["Three weeks ago"], Topics(page));
        Assert.Equal(portal.Words("en", "Assist.State.Over"), page.Get(".badge.state").TextContent);
    }

    [Fact]
    public async Task A_cancelled_order_says_nothing_of_a_producer_who_is_reserved()
    {
        using var browser = await HostAsync(Journeys.Host);
        var reserved = portal.Words("en", "Facts.Reserved|x|y").Split('x')[0];
        var history = await browser.GetAsync("/resources/history");
        foreach (var row in history.All("tbody tr"))
        {
            var page = await browser.GetAsync(row.QuerySelector("th a")!.GetAttribute("href")!);
            var isReserved = page.Text.Contains(reserved, StringComparison.Ordinal);
            Assert.False(isReserved && row.QuerySelector(".state--cancelled") is not null, page.Path);
            Assert.True(isReserved || row.QuerySelector(".state--coming") is null, page.Path);
        }
    }

    [Fact]
    public async Task The_file_is_in_the_language_of_the_page_and_tells_what_was_charged()
    {
        using var browser = portal.CreatePortalClient();
        browser.AcceptLanguage = PortalWords.BrowserOf("zh-Hant");
        await browser.SignInAsync(Journeys.Host);
        using var response = await browser.SendOnceAsync(HttpMethod.Get, "/resources/history/export?state=cancelled");
        var bytes = await response.Content.ReadAsByteArrayAsync();

        // Chinese spreadsheets tell UTF-8 by the mark.
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var rows = Encoding.UTF8.GetString(bytes[3..])
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(row => row.Split(','))
            .ToList();
        Assert.Equal(2, rows.Count);
        Assert.Equal(portal.Words("zh-Hant", "Assist.State.Cancelled"), rows[1][1]);
        var (order, charged) = await portal.InDatabaseAsync(async db =>
        {
            var found = await db.Set<Order>().SingleAsync(item => item.Event.Topic == Cancelled);
            return (found, await db.Set<Invoice>().Where(item => item.OrderId == found.Id).ToListAsync());
        });

        // Counted from the end: the topic has a comma.
        string Cell(string column) =>
            rows[1][^(rows[0].Length - Array.IndexOf(rows[0], portal.Words("zh-Hant", $"History.Csv.{column}")))];
        Assert.Equal(
            new Money(order.CancellationFeeMinor!.Value, order.Currency).ToPlainString(), Cell("CancellationFee"));
        Assert.Equal(new Money(charged.Sum(item => item.TotalMinor), order.Currency).ToPlainString(), Cell("Charged"));
        Assert.Equal(
            string.Join(' ', charged.Select(item => item.Number).Order(StringComparer.Ordinal)), Cell("Invoices"));
        var page = await browser.GetAsync("/resources/history?state=cancelled");
        Assert.All(charged, item => Assert.Contains(
            PortalPage.Squeeze($"{item.Number} {PortalWords.In("zh-Hant", item.Total.ToString)}"),
            page.Text,
            StringComparison.Ordinal));
    }

    private static IEnumerable<string> Topics(PortalPage page) =>
        page.All("tbody th a").Select(link => link.TextContent);

    private async Task<PortalClient> HostAsync(string email)
    {
        var browser = portal.CreatePortalClient();
        await browser.SignInAsync(email);
        return browser;
    }
}
