using System.Net;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Updates;
using AssistPortal.IntegrationTests.Ordering;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Managing;

public sealed class UpdateTests
{
    [Fact]
    public async Task The_order_moves_when_the_last_page_confirms_and_not_before()
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var (browser, page) = await portal.FindAsync(order);
        using var _ = browser;
        Assert.Null(page.Find("#StartDate"));
        var (former, next) = (order.Time.Start, FreeMoment.Next());
        var lookup = (await page.MoveAsync(browser, next)).At("meeting-lookup");

        Assert.Equal(former, (await portal.ReadAsync(order.RequestNumber)).Time.Start);
        var reserved = await ReservationsAsync(portal, order);
        Assert.Equal(order.ProducerId, Assert.Single(reserved, item => item.OrderId == order.Id).ProducerId);
        Assert.NotNull(Assert.Single(reserved, item => item.DraftId is not null).HoldUntil);

        var confirmation = (await lookup.SubmitAsync(new() { ["ScheduleUpdated"] = "yes" })).At("confirmation");
        Assert.Contains(Words(former, order), confirmation.Text, StringComparison.Ordinal);
        Assert.Contains(Words(next.Start, order), confirmation.Text, StringComparison.Ordinal);
        Assert.Contains(portal.Words("en", "Managing.Meeting.DoneBefore"), confirmation.Text, StringComparison.Ordinal);
        var moved = await portal.ReadAsync(order.RequestNumber);
        Assert.Equal(
            (next.Start, 60, "America/New_York", 1),
            (moved.Time.Start, moved.Time.DurationMinutes, moved.Time.TimeZone, moved.CalendarSequence));
        Assert.Equal((order.StandardFeeMinor, order.Event.Topic), (moved.StandardFeeMinor, moved.Event.Topic));
        Assert.Equal(
            next.Start - Duration.FromMinutes(30), Assert.Single(await ReservationsAsync(portal, order)).Start);
        Assert.Contains(
            "SEQUENCE:1",
            (await browser.GetAsync($"/assist/manage/{order.RequestNumber}/calendar.ics")).Source,
            StringComparison.Ordinal);
        Assert.Empty(portal.Log.Faults());
    }

    [Fact]
    public async Task That_nothing_is_scheduled_there_is_what_the_confirmation_says() // J18
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var (browser, page) = await portal.FindAsync(order);
        using var _ = browser;
        var lookup = (await page.MoveAsync(browser, FreeMoment.Next())).At("meeting-lookup");
        var confirmation = (await lookup.SubmitAsync(new() { ["ScheduleUpdated"] = "none" })).At("confirmation");
        Assert.Contains(
            portal.Words("en", "Managing.Meeting.NotScheduled"), confirmation.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            portal.Words("en", "Managing.Meeting.DoneBefore"), confirmation.Text, StringComparison.Ordinal);
        var update = await portal.InDatabaseAsync(db => db.Set<OrderUpdate>().SingleAsync());
        Assert.Equal(MeetingFollowUp.NotScheduled, update.Meeting);
    }

    [Fact]
    public async Task Pressing_the_last_button_many_times_moves_once()
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var (browser, page) = await portal.FindAsync(order);
        using var _ = browser;
        var lookup = (await page.MoveAsync(browser, FreeMoment.Next())).At("meeting-lookup");
        var pages = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => lookup.SubmitAsync(new() { ["ScheduleUpdated"] = "yes" })));
        Assert.All(pages, answer => answer.At("confirmation")); // J7
        Assert.Equal(1, (await portal.ReadAsync(order.RequestNumber)).CalendarSequence);
        (await lookup.SubmitAsync(new() { ["ScheduleUpdated"] = "yes" })).At("confirmation");
        Assert.Equal(
            1,
            await portal.InDatabaseAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "order.updated")));
    }

    [Fact]
    public async Task J8_The_confirmation_of_an_order_that_was_cancelled_since_leads_to_the_order()
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var page = await host.GetAsync($"/assist/manage/{order.RequestNumber}/availability");
        var lookup = (await page.MoveAsync(host, FreeMoment.Next())).At("meeting-lookup");
        var confirmation = (await lookup.SubmitAsync(new() { ["ScheduleUpdated"] = "yes" })).At("confirmation");
        var ask = await host.GetAsync($"/assist/manage/{order.RequestNumber}/cancel");
        await ask.SubmitAsync(button: "button[value=yes]");

        var after = await host.GetAsync(confirmation.Path);

        Assert.Contains(portal.Words("en", "Managing.Phase.Cancelled.Title"), after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(portal.Words("en", "Managing.Updated"), after.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "09:00", "StartDate", "Times.StartDate.Missing")]
    [InlineData("2027-02-30", "09:00", "StartDate", "Shared.Error.NoSuchDay")]
    [InlineData("2027-02-16", "09:10", "StartTime", "Times.StartTime.NotQuarter")]
    [InlineData("2027-03-14", "02:30", "StartTime", "Times.StartTime.Skipped|America/New York|@2027-03-14T03:00")]
    [InlineData("2027-11-07", "01:30", "Fold", "Times.Fold.Missing")]
    [InlineData("2026-12-02", "03:45", "StartTime", "Managing.StartTime.TooSoon|24|@2026-12-02T04:15")]
    [InlineData("2027-12-02", "09:00", "StartDate", "Managing.StartDate.TooFar|@2027-12-01")]
    public async Task What_is_wrong_with_the_new_time_is_said_at_its_field_and_nothing_is_lost(
        string date, string time, string field, string error)
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var (browser, page) = await portal.FindAsync(order);
        using var _ = browser;
        portal.Clock.Advance(Duration.FromMinutes(7));
        var edit = await browser.GetAsync($"{page.Path}?update=true");
        Assert.Equal($"{order.Time.LocalStart.Date:uuuu-MM-dd}", edit.Value("StartDate"));
        var again = await edit.SubmitAsync(new() { ["StartDate"] = date, ["StartTime"] = time });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal(portal.Words("en", error), again.Errors[field]);
        Assert.Equal((date, time), (again.Value("StartDate"), again.Value("StartTime")));
        Assert.Equal(order.Time.Start, (await portal.ReadAsync(order.RequestNumber)).Time.Start);
    }

    [Fact]
    public async Task A_day_of_notice_is_enough_although_an_order_takes_a_fortnight_and_the_same_time_is_no_update()
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var (browser, page) = await portal.FindAsync(order);
        using var _ = browser;
        var edit = await browser.GetAsync($"{page.Path}?update=true");
        Assert.Equal(portal.Words("en", "Managing.StartTime.Same"), (await edit.SubmitAsync()).Errors["StartTime"]);
        (await edit.SubmitAsync(new() { ["StartDate"] = "2026-12-02", ["StartTime"] = "09:00" })).At("meeting-lookup");
    }

    [Fact]
    public async Task The_notice_is_the_one_of_the_order_whatever_the_settings_say_by_now()
    {
        using var folder = new PortalFolder();
        Order order;
        using (var before = PortalFactory.With(new PortalSetup { Folder = folder }))
        {
            order = await before.PlaceAsync();
        }

        using var portal = PortalFactory.With(
            new PortalSetup { Folder = folder, Settings = Setting("Ordering:UpdateNoticeHours", "72") });
        var (browser, page) = await portal.FindAsync(order);
        using var _ = browser;
        (await page.MoveAsync(browser, new FreeMoment(new(2026, 12, 2, 9, 0)))).At("meeting-lookup");
        var later = await portal.PlaceAsync(email: "later@customer.example");
        var (other, otherPage) = await portal.FindAsync(later);
        using var __ = other;
        Assert.Contains(
            "72",
            (await otherPage.MoveAsync(other, new FreeMoment(new(2026, 12, 2, 11, 0)))).Errors["StartTime"],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_producer_stays_where_free_and_another_takes_over_where_not()
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var (browser, page) = await portal.FindAsync(order);
        using var _ = browser;
        var quarter = order.Time.LocalStart.LocalDateTime.PlusMinutes(15);
        var lookup = (await page.MoveAsync(browser, new FreeMoment(quarter))).At("meeting-lookup");
        (await lookup.SubmitAsync(new() { ["ScheduleUpdated"] = "yes" })).At("confirmation");
        Assert.Equal(order.ProducerId, (await portal.ReadAsync(order.RequestNumber)).ProducerId);

        var next = FreeMoment.Next();
        await portal.InDatabaseAsync(async db =>
        {
            var producer = await db.Set<Producer>()
                .Include(item => item.TimeOff)
                .SingleAsync(item => item.Id == order.ProducerId);
            producer.TakeOff(TimeOffDetails.Days(next.At.Date.PlusDays(-1), next.At.Date.PlusDays(1)));
            await db.SaveChangesAsync();
        });
        lookup = (await page.MoveAsync(browser, next)).At("meeting-lookup");
        var confirmation = (await lookup.SubmitAsync(new() { ["ScheduleUpdated"] = "yes" })).At("confirmation");
        var moved = await portal.ReadAsync(order.RequestNumber);
        Assert.NotEqual(order.ProducerId, moved.ProducerId);
        var name = await portal.InDatabaseAsync(db => db.Set<Producer>()
            .Where(item => item.Id == moved.ProducerId)
            .Select(item => item.Name)
            .SingleAsync());
        Assert.Contains(
            portal.Words("en", $"Managing.Updated.OtherProducer|{name}"), confirmation.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_is_free_three_alternatives_are_offered_and_the_chosen_one_is_taken()
    {
        using var portal = new PortalFactory();
        await portal.LeaveOneProducerAsync();
        var order = await portal.PlaceAsync(new FreeMoment(new(2027, 1, 18, 12, 0)));
        await portal.PlaceAsync(new FreeMoment(new(2027, 1, 19, 12, 0)), email: "other@customer.example");
        var (browser, page) = await portal.FindAsync(order);
        using var _ = browser;
        var again = await page.MoveAsync(browser, new FreeMoment(new(2027, 1, 19, 12, 15)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains(portal.Words("en", "Times.Nobody.AllTaken"), again.Text, StringComparison.Ordinal);
        Assert.Equal(3, again.All("button[name=Alternative]").Count);
        Assert.Equal("12:15", again.Value("StartTime"));
        Assert.Equal(
            order.Time.Start, Assert.Single(await ReservationsAsync(portal, order)).Start + Duration.FromMinutes(30));

        var lookup = (await again.SubmitAsync(button: ".choice-cards li:first-child button")).At("meeting-lookup");
        (await lookup.SubmitAsync(new() { ["ScheduleUpdated"] = "yes" })).At("confirmation");
        Assert.Equal(
            new LocalDateTime(2027, 1, 19, 10, 15),
            (await portal.ReadAsync(order.RequestNumber)).Time.LocalStart.LocalDateTime);
    }

    [Fact]
    public async Task The_picture_of_free_times_knows_the_orders_own_time_and_fills_the_fields_without_script()
    {
        using var portal = new PortalFactory();
        await portal.LeaveOneProducerAsync();
        var order = await portal.PlaceAsync(new FreeMoment(new(2027, 1, 19, 12, 0)));
        var (browser, page) = await portal.FindAsync(order);
        using var _ = browser;
        var edit = await browser.GetAsync($"{page.Path}?update=true");
        var filled = await edit.SubmitAsync(button: "button[name=Pick][value='2027-01-19T12:00']");
        Assert.Equal(("2027-01-19", "12:00"), (filled.Value("StartDate"), filled.Value("StartTime")));
        var later = await filled.SubmitAsync(button: "button[name=FreeTimesFrom]:last-child");
        Assert.NotNull(later.Find("button[name=Pick]"));
        (await later.SubmitAsync(new() { ["StartTime"] = "12:15" })).At("meeting-lookup");
    }

    private static Dictionary<string, string> Setting(string name, string value) =>
        new(StringComparer.Ordinal) { [name] = value };

    private static Task<List<Reservation>> ReservationsAsync(
        PortalFactory portal, Order order) => portal.InDatabaseAsync(async db =>
    {
        var updates = db.Set<OrderUpdate>()
            .Where(update => update.OrderId == order.Id)
            .Select(update => (Guid?)update.Id);
        return await db.Set<Reservation>().AsNoTracking()
            .Where(item => item.OrderId == order.Id || updates.Contains(item.DraftId))
            .ToListAsync();
    });

    private static string Words(Instant start, Order order) => PortalPage.Squeeze(
        PortalWords.In("en", () => Assist.Texts.Wording.Span(order.Time with { Start = start })));
}
