using System.Net;
using AssistPortal.Assist.Producers;
using AssistPortal.IntegrationTests.Staff;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Producing;

/// <summary>What a producer sees and may change.</summary>
public sealed class OwnAreaTests : IAsyncLifetime
{
    private readonly PortalFactory portal = new();
    private PortalClient browser = null!;

    public async Task InitializeAsync()
    {
        await portal.LeaveOneProducerAsync();
        browser = portal.CreatePortalClient();
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task A_producer_lands_on_the_own_assignments_and_reads_an_order_without_its_fee()
    {
        var order = await portal.PlaceAsync();
        var session = await portal.AddSessionAsync(order, order.Time.Start - Duration.FromDays(1));
        var page = await browser.SignInToFirstPageAsync("producer@demo.example");
        Assert.Equal("/producer", page.Path);
        Assert.Equal(2, page.All($".order-card a[href='/producer/orders/{order.RequestNumber}']").Count);
        Assert.Contains(order.Contact.Email, page.Text, StringComparison.Ordinal);
        Assert.All(
            page.All(".order-card"), card => Assert.Contains("(UTC", card.TextContent, StringComparison.Ordinal));

        var details = await page.FollowAsync($"a[href='/producer/orders/{order.RequestNumber}']");
        Assert.Contains(order.Event.Topic, details.Heading, StringComparison.Ordinal);
        Assert.Contains(portal.Words("en", "Producers.Kind.Rehearsal"), details.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(portal.Words("en", "Assist.Fee.Total"), details.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/producer/orders/00000-00000")).Status);

        // What is somebody else's now leads to what is the own; to anybody else it is not found.
        var other = await portal.InDatabaseAsync(
            db => db.Set<Producer>().Where(item => item.Name == "Jonas Weber").Select(item => item.Id).SingleAsync());
        await portal.InDatabaseAsync(db => db.Set<Assist.Orders.Order>().Where(item => item.Id == order.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.ProducerId, other)));
        await portal.InDatabaseAsync(db => db.Set<Assist.Scheduling.Reservation>()
            .Where(item => item.OrderId == order.Id || item.SessionId == session.Id).ExecuteDeleteAsync());
        Assert.Equal("/producer", (await browser.GetAsync($"/producer/orders/{order.RequestNumber}")).Path);
        await portal.InDatabaseAsync(db => db.Set<OutboxMail>().ExecuteDeleteAsync());
        Assert.Equal(
            HttpStatusCode.NotFound, (await browser.GetAsync($"/producer/orders/{order.RequestNumber}")).Status);

        portal.Clock.Reset(Instant.FromUtc(2028, 1, 1, 0, 0));
        Assert.Contains(
            portal.Words("en", "Producers.Own.Coming.None"),
            (await browser.GetAsync("/producer")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Own_hours_and_time_off_change_unless_somebody_relies_on_them()
    {
        var order = await portal.PlaceAsync();
        var me = await portal.ProducerAsync(order.ProducerId);
        await browser.SignInAsync("producer@demo.example");
        var off = await browser.GetAsync("/producer/time-off");
        var refused = await off.SubmitAsync(new() { ["From"] = me.Day(order) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(portal.Words("en", "Producers.Uncovered.Own"), refused.Text, StringComparison.Ordinal);
        Assert.Null(refused.Find("#confirm"));
        var (action, fields) = refused.Prepare();
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await browser.PostAsync(action, [.. fields, new("Confirm", "yes")])).Status);

        var noted = await refused.SubmitAsync(
            new() { ["From"] = "2027-09-04", ["FromTime"] = "10:00", ["To"] = "2027-09-04", ["ToTime"] = "12:00" });
        Assert.Equal(HttpStatusCode.OK, noted.Status);
        var zone = DateTimeZoneProviders.Tzdb[me.TimeZone];
        var start = new LocalDateTime(2027, 9, 4, 10, 0).InZoneStrictly(zone).ToInstant();
        var saved = (await portal.ProducerAsync(me.Id)).TimeOff.Single(item => item.Start == start);
        Assert.Equal((start + Duration.FromHours(2), null), (saved.End, saved.FirstDay));
        await noted.SubmitFormAsync($"#off-list li:has(input[name=Off][value='{saved.Id}']) form");
        Assert.DoesNotContain((await portal.ProducerAsync(me.Id)).TimeOff, item => item.Start == start);

        var hours = await browser.GetAsync("/producer/hours");
        var row = hours.All("[name=Day]").ToList().FindIndex(
            item => item.GetAttribute("value") == $"{(int)order.Time.Start.InZone(zone).DayOfWeek}");
        refused = await browser.SubmitRowAsync(hours, row, new() { ["From"] = "", ["Until"] = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(
            order.RequestNumber.ToString(), refused.Get("#uncovered").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.OK, (await browser.SubmitRowAsync(hours, row, new() { ["From"] = "07:00" })).Status);
        Assert.Contains((await portal.ProducerAsync(me.Id)).Hours, item => item.StartMinute == 7 * 60);
    }

    [Fact]
    public async Task A_feed_shows_assignments_until_it_is_replaced_or_revoked_and_its_address_only_once()
    {
        var order = await portal.PlaceAsync();
        var session = await portal.AddSessionAsync(order, order.Time.Start - Duration.FromDays(1));
        await browser.SignInAsync("producer@demo.example");
        var page = await browser.GetAsync("/producer/feed");
        var made = await page.SubmitFormAsync("#make-form");
        var address = new Uri(made.Get("#feed-address").GetAttribute("value")!).AbsolutePath;
        Assert.Null((await browser.GetAsync("/producer/feed")).Find("#feed-address"));

        using var program = portal.CreatePortalClient();
        var feed = await program.GetAsync(address);
        Assert.Equal("text/calendar; charset=utf-8", feed.ContentType);
        Assert.Equal(("no-referrer", "no-store"), (feed.Headers["Referrer-Policy"], feed.Headers["Cache-Control"]));
        Assert.Contains($"UID:{order.ProducerCalendarUid}", feed.Source, StringComparison.Ordinal);
        Assert.Contains($"UID:{session.ProducerCalendarUid}", feed.Source, StringComparison.Ordinal);
        await portal.InDatabaseAsync(
            db => db.EditPackagesAsync(details => details with { LeadMinutes = details.LeadMinutes + 15 }));
        Assert.Equal(Times(feed), Times(await program.GetAsync(address)));
        Assert.DoesNotContain(address[7..47], await portal.InDatabaseAsync(async db =>
            string.Concat((await db.AuditEntries.Select(entry => entry.Details)
                .ToListAsync()))), StringComparison.Ordinal);

        var replaced = await made.SubmitFormAsync("#make-form");
        var next = new Uri(replaced.Get("#feed-address").GetAttribute("value")!).AbsolutePath;
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(next)).Status);
        portal.Clock.Reset(order.Time.End + Duration.FromDays(31));
        Assert.DoesNotContain(
            order.ProducerCalendarUid, (await program.GetAsync(next)).Source, StringComparison.Ordinal);
        await replaced.SubmitFormAsync("#revoke-form");
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync(next)).Status);
    }

    private static IEnumerable<string> Times(PortalPage feed) =>
        feed.Source.Split("\r\n").Where(line => line.StartsWith("DTSTART", StringComparison.Ordinal)
            || line.StartsWith("DTEND", StringComparison.Ordinal));

    [Fact]
    public async Task A_hosts_feed_shows_the_own_orders_only()
    {
        var order = await portal.PlaceAsync();
        await browser.SignInAsync(Journeys.Host);
        var made = await (await browser.GetAsync("/resources/feed")).SubmitFormAsync("#make-form");
        using var program = portal.CreatePortalClient();
        var own = await program.GetAsync(new Uri(made.Get("#feed-address").GetAttribute("value")!).AbsolutePath);
        Assert.Contains($"UID:{order.CalendarUid}", own.Source, StringComparison.Ordinal);
        foreach (var stranger in new[]
        {
            Journeys.OtherHost,
            await portal.AddHostAsync("Colleague", PortalPeople.Northwind),
        })
        {
            using var other = portal.CreatePortalClient();
            await other.SignInAsync(stranger);
            var others = await (await other.GetAsync("/resources/feed")).SubmitFormAsync("#make-form");
            var foreign = await program.GetAsync(
                new Uri(others.Get("#feed-address").GetAttribute("value")!).AbsolutePath);
            Assert.DoesNotContain(order.CalendarUid, foreign.Source, StringComparison.Ordinal);
            Assert.Contains("BEGIN:VCALENDAR", foreign.Source, StringComparison.Ordinal);
        }
    }
}
