using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Demand;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>With one producer only: Olivia Carter, New York, weekdays 7:30 to 18:30.</summary>
public sealed class DashboardTests : IAsyncLifetime
{
    private readonly PortalFactory portal = new();
    private PortalClient staff = null!;
    private PortalClient host = null!;

    public async Task InitializeAsync()
    {
        await portal.LeaveOneProducerAsync();
        await portal.InDatabaseAsync(db => db.Set<UnmetWish>().ExecuteDeleteAsync());
        staff = portal.CreatePortalClient();
        await staff.SignInAsync("coordinator@demo.example");
        host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
    }

    public async Task DisposeAsync()
    {
        staff.Dispose();
        host.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Figures_lead_to_what_they_count()
    {
        var now = portal.Clock.GetCurrentInstant();
        await portal.InDatabaseAsync(async db =>
        {
            await db.Set<OrderAttention>().ExecuteDeleteAsync();
            var orders = await db.Set<Order>()
                .OrderBy(order => order.Id)
                .Select(order => order.Id)
                .Take(2)
                .ToListAsync();
            db.AddRange(
                new OrderAttention(orders[0], AttentionReason.Language, now),
                new OrderAttention(orders[0], AttentionReason.Session, now),
                new OrderAttention(orders[1], AttentionReason.Language, now),
                new OrderAttention(orders[1], AttentionReason.NoCover, now + Duration.FromDays(1)));
            await db.SaveChangesAsync();
        });
        var page = await staff.GetAsync("/staff");
        Assert.StartsWith(
            "2 ",
            PortalPage.Squeeze(page.Get(".figures a[href='/staff/orders?Attention=any']").TextContent),
            StringComparison.Ordinal);
        Assert.Equal(
            [
                $"{portal.Words("en", "Assist.Attention.Language")} 2",
                $"{portal.Words("en", "Assist.Attention.Session")} 1",
            ],
            page.All(".chart__links li").Select(item => PortalPage.Squeeze(item.TextContent)));
    }

    [Fact]
    public async Task Orders_count_in_the_week_in_which_they_were_placed()
    {
        var before = Rows(await staff.GetAsync("/staff"), "orders-title")[^1];
        await host.OrderAsync();
        var after = Rows(await staff.GetAsync("/staff"), "orders-title");
        Assert.Equal(12, after.Count);
        Assert.Equal(int.Parse(before[1], null) + 1, int.Parse(after[^1][1], null));
        Assert.Equal("Mon, Nov 30", after[^1][0]);
    }

    [Fact]
    public async Task A_wish_that_finds_nobody_is_noted_once()
    {
        var sunday = new FreeMoment(new(2027, 1, 17, 12, 0)).Fields();
        var page = await (await host.BeginAsync()).SubmitAsync(sunday);
        await page.SubmitAsync();
        var noted = await portal.InDatabaseAsync(db => db.Set<UnmetWish>().SingleAsync());
        Assert.Equal(
            (NobodyReason.NoProducerWorks, Instant.FromUtc(2027, 1, 17, 17, 0), 60),
            (noted.Reason, noted.Start, noted.DurationMinutes));

        var dashboard = await staff.GetAsync("/staff");
        Assert.Equal(["Mon, Nov 30", "0", "1"], Rows(dashboard, "unmet-title")[^1]);
        Assert.Contains(
            "Sunday, 5:00 PM",
            PortalPage.Squeeze(dashboard.Get("section[aria-labelledby=unmet-title] .chart__bars").TextContent),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task D21_One_host_who_retries_one_wish_in_any_way_counts_once()
    {
        var order = await portal.PlaceAsync();
        foreach (var minutes in new[] { 60, 60, 90 })
        {
            await (await host.BeginAsync()).SubmitAsync(
                new FreeMoment(new(2027, 1, 24, 12, 0)) { Minutes = minutes }.Fields());
        }

        var (browser, page) = await portal.FindAsync(order);
        using (browser)
        {
            await page.MoveAsync(browser, new FreeMoment(new(2027, 1, 24, 12, 0)));
            await page.MoveAsync(browser, new FreeMoment(new(2027, 1, 24, 12, 0)));
        }

        Assert.Equal(
            order.HostUserId, (await portal.InDatabaseAsync(db => db.Set<UnmetWish>().SingleAsync())).WisherId);
    }

    [Fact]
    public async Task A_staffing_hint_leads_to_the_wishes_that_it_counts()
    {
        var now = portal.Clock.GetCurrentInstant();
        await portal.InDatabaseAsync(async db =>
        {
            var package = await db.Set<ServicePackage>().SingleAsync(item => item.Code == "ec-premium");

            // Three Wednesdays at 15:00, and a Friday on which one more does not help anybody else.
            foreach (var day in new[] { 6, 13, 20, 22 })
            {
                db.Add(new UnmetWish
                {
                    At = now - Duration.FromDays(1),
                    PackageId = package.Id,
                    WisherId = Guid.NewGuid(),
                    Start = Instant.FromUtc(2027, 1, day, 15, 0),
                    DurationMinutes = 60,
                    Reason = NobodyReason.NoProducerWorks,
                });
            }

            await db.SaveChangesAsync();
        });

        var dashboard = await staff.GetAsync("/staff");
        var hint = PortalPage.Squeeze(Assert.Single(dashboard.All(".staffing-hints li")).TextContent);
        Assert.StartsWith(
            PortalPage.Squeeze(
                portal.Words("en", "Dashboard.Unmet.Hint|2|Wednesday|2:30 PM|3")
                + " By package: Event Center Premium Assist 3."
                + " On Wednesdays of the next 28 days producers work 44 hours,"),
            hint.TrimStart(),
            StringComparison.Ordinal);

        var page = await dashboard.FollowAsync(".staffing-hints a");
        Assert.Equal(3, page.All("#unmet-table tbody tr").Count);
        var all = await page.FollowAsync("#unmet + p a");
        Assert.Equal(4, all.All("#unmet-table tbody tr").Count);
        Assert.Equal(
            4, (await staff.GetAsync("/staff/waiting?Day=9&From=x&Hours=-1")).All("#unmet-table tbody tr").Count);
    }

    [Fact]
    public async Task Load_and_days_at_risk_go_by_the_working_time()
    {
        await portal.InDatabaseAsync(async db =>
        {
            var producer = await db.Set<Producer>().Where(item => item.IsActive).Select(item => item.Id).SingleAsync();
            await db.Set<OrderAttention>().ExecuteDeleteAsync();

            // Wednesday, December 9, 7:30 to 18:30 in New York, but for the last hour.
            db.Add(Reservation.ForOrder(
                producer,
                new Interval(Instant.FromUtc(2026, 12, 9, 12, 30), Instant.FromUtc(2026, 12, 9, 22, 30)),
                Guid.NewGuid()));
            await db.SaveChangesAsync();
        });
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync("coordinator@demo.example");
        var page = await browser.GetAsync("/staff");
        var days = Rows(page, "risk-title");
        Assert.Equal(28, days.Count);
        var day = days.Single(cells => cells[0] == "Wed, Dec 9");
        Assert.Equal(
            ("10", "11", "91%", portal.Words("en", "Dashboard.Risk.Yes")), (day[1], day[2], day[3], day[6]));
        Assert.Equal(4, day[4].Split(", ").Length);
        var sunday = days.Single(cells => cells[0] == "Sun, Dec 13");
        Assert.Equal(
            ("0", "0%", "", portal.Words("en", "Dashboard.Risk.Yes")), (sunday[2], sunday[3], sunday[4], sunday[6]));
        Assert.Equal(28, page.All(".risk-days a").Count);
        Assert.All(days, cells => Assert.True(
            cells[2] != "0" || cells[6] == portal.Words("en", "Dashboard.Risk.Yes"), cells[0]));
        Assert.Equal(
            days.Count(cells => cells[6] == portal.Words("en", "Dashboard.Risk.Yes")),
            page.All(".risk-day--marked").Count);
        var cell = page.Get(".risk-days a[href='/staff/schedule?date=2026-12-09']");
        Assert.StartsWith(
            "Wed, Dec 9: 10 of 11 hours reserved (91%). At risk: 91% reserved; nobody left for ",
            cell.GetAttribute("title"),
            StringComparison.Ordinal);
        var load = Assert.Single(Rows(page, "load-title"));
        Assert.Equal("Olivia Carter", load[0]);
        Assert.Contains("%", load[3], StringComparison.Ordinal);
        Assert.All(
            page.All("section[aria-labelledby=load-title] .chart__bars .num"),
            bar => Assert.Contains(" h (", bar.TextContent, StringComparison.Ordinal));
    }

    private static List<string[]> Rows(PortalPage page, string section) =>
    [
        .. page.All($"section[aria-labelledby={section}] details tbody tr")
            .Select(row => row.Children.Select(cell => PortalPage.Squeeze(cell.TextContent)).ToArray()),
    ];
}
