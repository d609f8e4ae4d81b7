using System.Net;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Orders;
using AssistPortal.IntegrationTests.Resources;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>The list of orders over the demo data and some more.</summary>
public sealed class OrderListTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    [Theory]
    [InlineData("q=winter", 1)]
    [InlineData("q=WINTER northwind", 1)]
    [InlineData("q=winter formosa", 0)]
    [InlineData("q=ｗｉｎｔｅｒ", 1)]
    [InlineData("q=說明會", 1)]
    [InlineData("q=50%25", 0)]
    [InlineData("q=_inter", 0)]
    [InlineData("status=nonsense&q=winter", 1)]
    [InlineData("site=nonsense", 0)]
    [InlineData("producer=999", 0)]
    [InlineData("package=none", 0)]
    public async Task Words_and_filters_say_which_orders_are_listed(string query, int count) =>
        Assert.Equal(count, Numbers(await ListAsync(query)).Count);

    [Fact]
    public async Task D11_Accents_apostrophes_and_hyphens_are_found_however_they_are_typed()
    {
        await staff.Portal.AddPastOrdersAsync(Journeys.Host, "Café Größenwahn", "Tom’s well‑known 서울 tour");
        string[] typed =
        [
            "cafe", "CAFÉ", "grössenwahn", "Grossenwahn", "größenwahn café",
            "Tom's", "tom’s", "Well-known", "well–known", "서울",
        ];
        foreach (var words in typed)
        {
            Assert.Single(Numbers(await ListAsync($"q={Uri.EscapeDataString(words)}")));
        }

        Assert.Empty(Numbers(await ListAsync("q=caffe")));
    }

    [Fact]
    public async Task Each_filter_shows_just_the_orders_that_fit()
    {
        var now = staff.Portal.Clock.GetCurrentInstant();
        var all = await staff.Portal.InDatabaseAsync(db => db.Set<Order>().AsNoTracking().ToListAsync());
        await ExpectAsync(
            "status=coming", all.Where(order => order.State == OrderState.Placed && order.Time.Start > now));
        await ExpectAsync("status=completed", all.Where(order => order.State == OrderState.Completed));
        await ExpectAsync("status=cancelled", all.Where(order => order.State == OrderState.Cancelled));
        await ExpectAsync($"site={all[0].SiteId}", all.Where(order => order.SiteId == all[0].SiteId));
        await ExpectAsync($"producer={all[0].ProducerId}", all.Where(order => order.ProducerId == all[0].ProducerId));
        await ExpectAsync($"q={all[0].RequestNumber.ToString().ToLowerInvariant()}", [all[0]]);
        await ExpectAsync($"q={all[0].Contact.Email}", all.Where(order => order.Contact.Email == all[0].Contact.Email));
        var day = all[0].Time.Start.InUtc().Date;
        await ExpectAsync(
            $"from={day:uuuu-MM-dd}&to={day:uuuu-MM-dd}", all.Where(order => order.Time.Start.InUtc().Date == day));
        await ExpectAsync("", all);

        async Task ExpectAsync(string query, IEnumerable<Order> wanted)
        {
            var expected = wanted.Select(order => $"{order.RequestNumber}").Order(StringComparer.Ordinal).ToList();
            Assert.Equal(expected, Numbers(await ListAsync(query)).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Each_sort_orders_the_list_and_is_linked_from_its_column()
    {
        var all = await staff.Portal.InDatabaseAsync(db => db.Set<Order>().AsNoTracking().ToListAsync());
        var byStart = all.OrderBy(order => order.Time.Start).Select(order => $"{order.RequestNumber}").ToList();
        var page = await ListAsync("sort=start");
        Assert.Equal(byStart, Numbers(page));
        Assert.Equal("ascending", page.Get("th[aria-sort]").GetAttribute("aria-sort"));
        Assert.Equal(Enumerable.Reverse(byStart), Numbers(await page.FollowAsync("th[aria-sort] a")));
        var byPlacing = all.OrderByDescending(order => order.PlacedAt).Select(order => order.PlacedAt).ToList();
        var numbers = Numbers(await ListAsync(""));
        Assert.Equal(
            byPlacing, numbers.Select(number => all.Single(order => $"{order.RequestNumber}" == number).PlacedAt));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition_both_ways()
    {
        await using var portal = new PortalFactory();
        await portal.InDatabaseAsync(async db =>
        {
            var order = await db.Set<Order>()
                .AsNoTracking()
                .FirstAsync();
            for (var index = 0; index < 120; index++)
            {
                db.Add(Order.Place(
                    new OrderCommand
                    {
                        DraftId = Guid.NewGuid(),
                        HostUserId = order.HostUserId,
                        SiteId = order.SiteId,
                        PackageId = order.PackageId,
                        Contact = order.Contact with { LastName = $"Name {index % 7}" },
                        Time = order.Time with { Start = order.Time.Start + Duration.FromHours(index % 5) },
                        Event = order.Event,
                        PageLanguage = "en",
                        Fee = order.StandardFee,
                        CancellationTiers = [],
                        UpdateNoticeHours = 24,
                    },
                    RequestNumber.Random(),
                    Guid.CreateVersion7(),
                    order.ProducerId,

                    // Clocks tell more than the microseconds that addresses hold.
                    order.PlacedAt + Duration.FromMinutes(index % 3) + Duration.FromTicks(7)));
            }

            await db.SaveChangesAsync();
        });
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync("coordinator@demo.example");
        foreach (var sort in new[] { "placed-desc", "placed", "start", "start-desc", "customer", "customer-desc" })
        {
            var page = await browser.GetAsync($"/staff/orders?sort={sort}");
            var seen = Numbers(page).ToList();
            while (page.Find("a[rel=next]") is not null)
            {
                page = await page.FollowAsync("a[rel=next]");
                seen.AddRange(Numbers(page));
            }

            Assert.Equal(await portal.InDatabaseAsync(db => db.Set<Order>().CountAsync()), seen.Count);
            Assert.Equal(seen.Count, seen.Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(seen.GetRange(50, 50), Numbers(await page.FollowAsync("a[rel=prev]")));
        }
    }

    [Fact]
    public async Task An_order_with_two_reasons_counts_as_one_that_needs_somebody()
    {
        var now = staff.Portal.Clock.GetCurrentInstant();
        await staff.Portal.InDatabaseAsync(async db =>
        {
            var id = (await db.Set<Order>().SingleAsync(order => order.Event.Topic.StartsWith("Winter"))).Id;
            db.Add(new OrderAttention(id, AttentionReason.MailFailed, now));
            db.Add(new OrderAttention(id, AttentionReason.Session, now));
            await db.SaveChangesAsync();
        });
        var page = await ListAsync("attention=any");
        Assert.Equal($"{Numbers(page).Count}", page.Get(".quick-filters .badge").TextContent);
    }

    [Fact]
    public async Task From_an_order_the_way_back_leads_to_its_row_on_the_same_page_of_the_list()
    {
        var order =
            await (await ListAsync("q=northwind&sort=start-desc&other=1")).FollowAsync("[data-rows] tbody th a");
        var number = order.Path.Split('/')[^1].Split('?')[0];
        await (await staff.Browser.GetAsync($"/staff/orders/{number}/sessions")).FollowAsync(".back-link");
        order = await order.SubmitAsync(new() { ["Note"] = "Seen" }, "[formaction$='/note']");
        var link = order.Get(".back-link").GetAttribute("href")!;
        Assert.Equal($"/staff/orders?q=northwind&sort=start-desc#order-{number}", link);
        Assert.Equal(order.Path, (await staff.Browser.GetAsync(link))
            .Get(link[link.IndexOf('#', StringComparison.Ordinal)..])
            .GetAttribute("href"));

        var others = Numbers(await ListAsync("q=formosa"));
        await ListAsync("");
        Assert.StartsWith(
            "/staff/orders#",
            (await staff.Browser.GetAsync($"/staff/orders/{others[0]}")).Get(".back-link").GetAttribute("href"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example/?q=x", "/staff/orders#")]
    [InlineData("?next=//evil.example&q=a%26b%22", "/staff/orders?q=a%26b%22#")]
    public async Task What_the_browser_kept_leads_nowhere_else(string kept, string address)
    {
        using var browser = staff.Portal.CreatePortalClient();
        await browser.SignInAsync("coordinator@demo.example");
        var number = Numbers(await browser.GetAsync("/staff/orders"))[0];
        browser.Cookies.Add(browser.BaseAddress, new Cookie("portal-list", Uri.EscapeDataString(kept)));
        Assert.StartsWith(
            address,
            (await browser.GetAsync($"/staff/orders/{number}")).Get(".back-link").GetAttribute("href"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("orders")]
    [InlineData("producers")]
    [InlineData("audit")]
    [InlineData("invoices")]
    [InlineData("meetings")]
    [InlineData("sites")]
    [InlineData("packages")]
    public async Task The_keys_that_the_dialog_promises_go_through_the_rows_of_each_list(string list)
    {
        var page = await staff.Browser.GetAsync($"/staff/{list}");
        Assert.NotEmpty(page.All("[data-rows] tbody a"));
        Assert.Single(page.All("script[src*='/js/rows']"));
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_is_told_and_kept()
    {
        var page = await ListAsync("from=someday&q=winter");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(("someday", "winter"), (page.Value("from"), page.Value("q")));
        Assert.Contains("From", page.Errors.Keys);
    }

    [Fact]
    public async Task The_export_holds_the_whole_filter_with_formulas_defused()
    {
        await staff.Portal.InDatabaseAsync(db => db.Set<Order>()
            .Where(order => order.Event.Topic.StartsWith("Winter"))
            .ExecuteUpdateAsync(set => set.SetProperty(order => order.Contact.Company, "=HYPERLINK(\"http://x\")")));
        var file = await staff.Browser.GetAsync("/staff/orders/export?q=winter");
        var lines = file.Source.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("Number,Status,", lines[0], StringComparison.Ordinal);
        Assert.Contains(
            ",Date,Time,Offset,End date,End time,Offset at the end,Time zone,", // J5
            lines[0],
            StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK", lines[1], StringComparison.Ordinal);
        var order = await staff.Portal.InDatabaseAsync(
            db => db.Set<Order>().AsNoTracking().SingleAsync(item => item.Event.Topic.StartsWith("Winter")));
        var placed = order.PlacedAt.InUtc().LocalDateTime;
        Assert.Contains($",{placed:uuuu-MM-dd HH:mm:ss},", lines[1], StringComparison.Ordinal); // D17
        Assert.Matches(", ?[^,]*(Premium|Standard)[^,]*,Northwind", lines[1]); // D17
        Assert.Equal("text/csv", file.ContentType?.Split(';')[0]);
        Assert.Equal(
            await staff.Portal.InDatabaseAsync(db => db.Set<Order>().CountAsync()) + 1,
            (await staff.Browser.GetAsync("/staff/orders/export")).Source.Split(
                "\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(HttpStatusCode.BadRequest, (await staff.Browser.GetAsync("/staff/orders/export?from=x")).Status);
    }

    private static IReadOnlyList<string> Numbers(PortalPage page) =>
        [.. page.All("[data-rows] tbody th a").Select(link => link.GetAttribute("href")!.Split('/')[^1].Split('?')[0])];

    private Task<PortalPage> ListAsync(string query) => staff.Browser.GetAsync($"/staff/orders?{query}");
}
