using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Texts;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.IntegrationTests.Staff;

public sealed class ScheduleTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Coordinator = "coordinator@demo.example";

    [Theory]
    [InlineData(Coordinator)]
    [InlineData("admin@demo.example")]
    public async Task Staff_see_the_schedule_of_today_first(string email)
    {
        using var browser = portal.CreatePortalClient();
        Assert.Equal("/staff", (await browser.SignInToFirstPageAsync(email)).Path);
        var page = await browser.GetAsync("/staff/schedule");
        Assert.Equal(portal.Words("en", "Assist.Word.Schedule"), page.Heading);
        Assert.Equal("page", page.Get("nav a[href='/staff/schedule']").GetAttribute("aria-current"));
        Assert.Contains(portal.Words("en", "Schedule.Times|UTC"), page.Text, StringComparison.Ordinal);
        Assert.Equal("2026-12-01", page.Value("date"));
        Assert.Equal(12, page.All("tbody tr").Count);
    }

    [Fact]
    public async Task Hosts_are_not_led_there()
    {
        using var browser = portal.CreatePortalClient();
        Assert.Null((await browser.SignInToFirstPageAsync(Journeys.Host)).Find("nav a[href='/staff/schedule']"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public async Task A_day_tells_all_of_an_order_in_the_chosen_zone(string language)
    {
        using var browser = await CoordinatorAsync(language);
        var (order, producer, package) = await OrderAsync();
        var page = await browser.GetAsync($"/staff/schedule?date={Iso(order)}&zone={order.Time.TimeZone}");
        var row = Row(page, producer);
        Assert.Contains(order.Event.Topic, row, StringComparison.Ordinal);
        Assert.Equal(order.Event.Topic, page.Get($"a[href='/staff/orders/{order.RequestNumber}']").TextContent);
        Assert.Contains(order.RequestNumber.ToString(), row, StringComparison.Ordinal);
        Assert.Contains(
            PortalWords.In(language, () => package.Texts.In(new System.Globalization.CultureInfo(language)).Name),
            row,
            StringComparison.Ordinal);
        var (start, end) = (order.Time.LocalStart.LocalDateTime, order.Time.LocalEnd.LocalDateTime);
        Assert.Contains(Span(language, start, end), row, StringComparison.Ordinal);
        Assert.Contains(
            portal.Words(
                language, $"Schedule.Item.Reserved|{Span(language, start.PlusMinutes(-30), end.PlusMinutes(15))}"),
            row,
            StringComparison.Ordinal);
        Assert.Equal(24, page.All("thead th").Count - 1);
        Assert.Equal(
            PortalWords.In(language, () => Wording.Hour(new LocalTime(13, 0))),
            page.Get("thead th:nth-child(15) [aria-hidden]").TextContent);
        Assert.Equal(language, page.Language);
    }

    [Fact]
    public async Task A_week_goes_from_Monday_to_Sunday_and_leads_to_its_days()
    {
        using var browser = await CoordinatorAsync();
        var (order, producer, _) = await OrderAsync();
        var zone = order.Time.TimeZone;
        var page = await browser.GetAsync(
            $"/staff/schedule?view=week&date={Iso(order)}&zone={zone}&q={Uri.EscapeDataString(producer.Name)}");
        var days = page.All("thead th a");
        Assert.Equal(7, days.Count);
        var monday = order.Time.LocalStart.Date.PlusDays(1).Previous(IsoDayOfWeek.Monday);
        Assert.Equal(PortalWords.In("en", () => Wording.ShortDate(monday)), days[0].TextContent);
        var cells = page.All("tbody td");
        Assert.Contains(
            order.Event.Topic, cells[(int)order.Time.LocalStart.DayOfWeek - 1].TextContent, StringComparison.Ordinal);
        Assert.Single(cells, cell => cell.TextContent.Contains(order.Event.Topic, StringComparison.Ordinal));

        var day = await page.FollowAsync($"thead th:nth-child({(int)order.Time.LocalStart.DayOfWeek + 1}) a");
        Assert.Contains(order.Event.Topic, Row(day, producer), StringComparison.Ordinal);
        Assert.Equal(Iso(order), day.Value("date"));
        Assert.Equal(zone, day.Value("zone"));
    }

    [Theory]
    [InlineData("day")]
    [InlineData("week")]
    public async Task A_rehearsal_is_told_from_the_event_and_both_lead_to_their_order(string view)
    {
        using var own = new PortalFactory();
        using var browser = own.CreatePortalClient();
        await browser.SignInAsync(Coordinator);
        var order = await own.PlaceAsync();
        await own.AddSessionAsync(order, order.Time.Start + Duration.FromHours(3));
        var page = await browser.GetAsync($"/staff/schedule?view={view}&date={Iso(order)}&zone={order.Time.TimeZone}");
        var marks = page.All($"li:has(a[href='/staff/orders/{order.RequestNumber}'])");
        Assert.Equal(["schedule-mark--event", "schedule-mark--session"], marks.Select(mark => mark.ClassList[1]));
        Assert.Equal(
            [false, true],
            marks.Select(mark => mark.TextContent.Contains(
                own.Words("en", "Schedule.Session.Rehearsal"), StringComparison.Ordinal)));
        Assert.Single(page.All(".schedule-bar__session"));
    }

    [Fact]
    public async Task A_picked_reservation_shows_who_is_free_then_and_leads_to_its_move_and_another_producer()
    {
        using var own = new PortalFactory();
        using var browser = own.CreatePortalClient();
        await browser.SignInAsync(Coordinator);
        var order = await own.PlaceAsync();
        await own.AddSessionAsync(order, order.Time.Start + Duration.FromHours(3));
        var path = $"/staff/orders/{order.RequestNumber}";
        var day = await browser.GetAsync($"/staff/schedule?date={Iso(order)}&zone={order.Time.TimeZone}");
        Assert.Empty(day.All("#picked, .schedule__free"));

        var picked = await day.FollowAsync(".schedule-mark--event .schedule-words__pick");
        Assert.Contains(order.Event.Topic, picked.Get("#picked").TextContent, StringComparison.Ordinal);
        var free = picked.All(".schedule__free");
        Assert.NotEmpty(free);
        Assert.DoesNotContain(free, row => row.QuerySelector(".schedule-words__pick") is not null);
        var names = free.Select(row => row.QuerySelector("th > a")!.TextContent).ToList();
        Assert.All(names, name => Assert.Contains(name, picked.Get("#picked").TextContent, StringComparison.Ordinal));
        Assert.NotNull(picked.Find($"#picked a[href='{path}/move']"));
        var give = await picked.FollowAsync(".schedule__free a[href*='ProducerId']");
        Assert.Equal($"{path}/producer", give.Path.Split('?')[0]);
        var chosen = give.Get("input[name=ProducerId][checked]").GetAttribute("value");
        await give.SubmitAsync();
        Assert.Equal(
            chosen,
            $"{(await own.ReadAsync(order.RequestNumber)).ProducerId}");

        var session = await day.FollowAsync(".schedule-mark--session .schedule-words__pick");
        Assert.NotNull(session.Find($"#picked a[href^='{path}/sessions?id=']"));
        var other = session.Get($".schedule__free a[href^='{path}/sessions?id=']").GetAttribute("href")!;
        Assert.Equal(other.Split("producer=")[1], (await browser.GetAsync(other)).Value("ProducerId"));
        own.Clock.Reset(order.Time.Start);
        await browser.SignInAsync(Coordinator);
        var late = await browser.GetAsync($"/staff/schedule?date={Iso(order)}&order={order.RequestNumber}");
        Assert.Contains(
            own.Words("en", "Schedule.Picked.TooLate"), late.Get("#picked").TextContent, StringComparison.Ordinal);
        Assert.Empty((await browser.GetAsync("/staff/schedule?order=rubbish&session=%00")).All(".schedule__free"));
    }

    [Fact]
    public async Task A_hold_is_told_with_its_end_and_goes_when_that_is_past()
    {
        using var own = new PortalFactory();
        using var host = own.CreatePortalClient();
        using var staff = own.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        await staff.SignInAsync(Coordinator);
        var moment = FreeMoment.Next();
        await host.ToMeetingLookupAsync(moment: moment);
        var until = own.Clock.GetCurrentInstant() + Duration.FromMinutes(30);
        var address = $"/staff/schedule?date={LocalDatePattern.Iso.Format(moment.At.Date)}&zone={moment.Zone}";
        var told = PortalWords.In(
            "en", () => $"{Wording.ShortDate(until.InZone(DateTimeZoneProviders.Tzdb[moment.Zone]).Date)} ");
        var items = (await staff.GetAsync(address)).All("tbody .schedule-mark--hold");
        Assert.Contains(told, Assert.Single(items).TextContent, StringComparison.Ordinal);
        Assert.Contains(
            Span("en", moment.At.PlusMinutes(-30), moment.At.PlusMinutes(75)),
            PortalPage.Squeeze(items[0].TextContent),
            StringComparison.Ordinal);
        own.Clock.Reset(until);
        Assert.Empty((await staff.GetAsync(address)).All("tbody .schedule-mark--hold"));
    }

    [Fact]
    public async Task Time_off_and_working_time_are_told()
    {
        using var browser = await CoordinatorAsync();
        var off = await portal.InDatabaseAsync(db => db.Set<TimeOff>().FirstAsync());
        var producer = await portal.InDatabaseAsync(
            db => db.Set<Producer>().SingleAsync(item => item.Id == off.ProducerId));
        var date = off.Start.InZone(DateTimeZoneProviders.Tzdb[producer.TimeZone]).Date;
        var zone = Uri.EscapeDataString(producer.TimeZone);
        var page = await browser.GetAsync($"/staff/schedule?date={LocalDatePattern.Iso.Format(date)}&zone={zone}");
        Assert.Contains(portal.Words("en", "Schedule.Off.AllDay"), Row(page, producer), StringComparison.Ordinal);

        var olivia = await portal.InDatabaseAsync(
            db => db.Set<Producer>().SingleAsync(item => item.Name == "Olivia Carter"));
        var working = await browser.GetAsync("/staff/schedule?date=2026-12-02&zone=America/New_York");
        Assert.Contains(
            portal.Words("en", $"Schedule.Works|{Span("en", new(2026, 12, 2, 7, 30), new(2026, 12, 2, 18, 30))}"),
            Row(working, olivia),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-03-14", 23)]
    [InlineData("2027-11-07", 25)]
    public async Task A_day_of_clock_change_has_the_hours_that_it_has_and_says_so(string date, int hours)
    {
        using var browser = await CoordinatorAsync();
        var page = await browser.GetAsync($"/staff/schedule?date={date}&zone=America/New_York");
        Assert.Equal(hours, page.All("thead th").Count - 1);
        Assert.Contains(
            portal.Words("en", $"Schedule.ClockChange|@{date}|{hours} hours"), page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_zone_is_the_coordinators_own_one_where_none_is_asked_for()
    {
        using var own = new PortalFactory();
        using var browser = own.CreatePortalClient();
        await own.InDatabaseAsync(db => db.Users.Where(user => user.UserName == Coordinator)
            .ExecuteUpdateAsync(change => change.SetProperty(user => user.TimeZone, "Asia/Taipei")));
        await browser.SignInAsync(Coordinator);
        var page = await browser.GetAsync("/staff/schedule");
        Assert.Equal("Asia/Taipei", page.Value("zone"));
        await own.InDatabaseAsync(db => db.Users.Where(user => user.UserName == Coordinator)
            .ExecuteUpdateAsync(change => change.SetProperty(user => user.TimeZone, "Nowhere/Land")));
        Assert.Equal("Etc/UTC", (await browser.GetAsync("/staff/schedule")).Value("zone"));
    }

    private static string Span(string language, LocalDateTime start, LocalDateTime end) => PortalPage.Squeeze(
        PortalWords.In(language, () => $"{Wording.Time(start.TimeOfDay)} – {Wording.Time(end.TimeOfDay)}"));

    private static string Iso(Order order) => LocalDatePattern.Iso.Format(order.Time.LocalStart.Date);

    private static string Row(PortalPage page, Producer producer) => PortalPage.Squeeze(
        page.All("tbody tr").Single(row => row.QuerySelector("th bdi")!.TextContent == producer.Name).TextContent);

    private async Task<(Order Order, Producer Producer, ServicePackage Package)> OrderAsync() =>
        await portal.InDatabaseAsync(async db =>
        {
            var now = portal.Clock.GetCurrentInstant();
            var order = await db.Set<Order>()
                .OrderBy(order => order.Time.Start)
                .FirstAsync(order => order.Time.Start > now);
            return (
                order,
                await db.Set<Producer>().SingleAsync(producer => producer.Id == order.ProducerId),
                await db.Set<ServicePackage>()
                    .Include(package => package.Texts)
                    .SingleAsync(package => package.Id == order.PackageId));
        });

    private async Task<PortalClient> CoordinatorAsync(string language = "en")
    {
        var browser = portal.CreatePortalClient();
        browser.AcceptLanguage = PortalWords.BrowserOf(language);
        await browser.SignInAsync(Coordinator);
        return browser;
    }
}
