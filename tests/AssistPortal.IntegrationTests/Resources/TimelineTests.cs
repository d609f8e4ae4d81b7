using System.Security.Claims;
using AngleSharp.Dom;
using AssistPortal.Assist.Consequences.Audit;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sessions;
using AssistPortal.Data.Audit;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Web.Features.Orders.Timeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.IntegrationTests.Resources;

public sealed class TimelineTests
{
    [Fact]
    public async Task It_tells_host_and_staff_what_happened_each_what_they_may_know()
    {
        using var portal = new PortalFactory();
        var (from, to) = (FreeMoment.Next(), FreeMoment.Next());
        var order = await portal.PlaceAsync(from);
        portal.Clock.Advance(Duration.FromHours(1));
        var (customer, page) = await portal.FindAsync(order);
        using var _ = customer;
        await (await page.MoveAsync(customer, to)).SubmitAsync(new() { ["ScheduleUpdated"] = "yes" });
        await ScheduleAsync(portal, order, to.Start - Duration.FromHours(1));
        portal.Clock.Reset(to.Start - Duration.FromHours(60));
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        await (await host.GetAsync(
            $"/assist/manage/{order.RequestNumber}/cancel")).SubmitAsync(button: "button[value=yes]");
        await portal.MailsAboutAsync($"{order.Id}");

        var items = await ItemsAsync(host, order);
        string Said(string key) => portal.Words("en", $"Timeline.{key}");
        var rehearsal = Said("Session.Rehearsal");
        var titles = items.Select(TitleOf).ToList();
        Assert.Equal(
            [
                Said("Invoice.Issued"),
                Said("Cancelled"),
                Said($"Session.Scheduled|{rehearsal}"),
                Said("Time.Changed"),
                Said("Placed"),
            ],
            titles.Where(title => !title.Contains('@', StringComparison.Ordinal)));
        Assert.All(
            titles.Where(title => title.Contains('@', StringComparison.Ordinal)),
            title => Assert.Contains(Customers.Email, title, StringComparison.Ordinal));
        Assert.DoesNotContain(items, item => item.QuerySelector(".badge, a[href^='/staff']") is not null);
        var first = await portal.InDatabaseAsync(db => db.Set<Producer>()
            .Where(producer => producer.Id == order.ProducerId)
            .Select(producer => producer.Name)
            .SingleAsync());
        Assert.Contains(
            first, items.Single(item => TitleOf(item) == Said("Placed")).TextContent, StringComparison.Ordinal);
        var moved = items.Single(item => TitleOf(item) == Said("Time.Changed")).TextContent;
        Assert.Contains(portal.Words("en", "Timeline.By.Link"), moved, StringComparison.Ordinal);
        Assert.Contains("→", moved, StringComparison.Ordinal);
        Assert.Contains(
            portal.Words("en", "Timeline.By.You"),
            items.Single(item => TitleOf(item) == Said("Cancelled")).TextContent,
            StringComparison.Ordinal);
        var invoice = items
            .Single(item => TitleOf(item) == Said("Invoice.Issued"))
            .QuerySelector("a")!.GetAttribute("href")!;
        Assert.Contains("50%", (await host.GetAsync(invoice)).Text, StringComparison.Ordinal);

        var staff = await ForStaffAsync(portal, order.RequestNumber);
        Assert.Contains(staff.Events, item => item.By == "Hannah Brooks" && item.Title == Said("Cancelled"));
        Assert.Contains(
            staff.Events, item => item is { IsInternal: true } && item.Title == Said("Done.order.accessed"));
        Assert.Contains(staff.Events, item => item.Title.Contains("producer", StringComparison.Ordinal)
            && item.Links[0].Address.StartsWith("/staff/mail/", StringComparison.Ordinal));
        Assert.Contains(staff.Events, item => item is { IsInternal: true, Title: "order.something-new" });
        Assert.Contains(staff.Events, item => item is { IsInternal: true, Title: "order.updated" });
    }

    [Fact]
    public async Task A_completed_order_has_its_report_recordings_and_invoice()
    {
        using var portal = new PortalFactory();
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var order = await portal.InDatabaseAsync(
            db => db.Set<Order>().SingleAsync(item => item.Event.Topic == "Winter catalogue: live launch"));
        var items = await ItemsAsync(host, order);
        var report = items.Single(item => TitleOf(item) == portal.Words("en", "Timeline.Report"));
        Assert.Contains("Registered: 288", report.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, report.QuerySelectorAll(
            "a[href^='https://northwind.meetings.example/recordings/'][rel=noreferrer]").Length);
        Assert.NotNull(items
            .Single(item => TitleOf(item) == portal.Words("en", "Timeline.Invoice.Issued"))
            .QuerySelector("a[href^='/resources/invoices/']"));
        Assert.Contains(
            portal.Words("en", "Timeline.By.Service"),
            items.Single(item => TitleOf(item) == portal.Words("en", "Timeline.Completed")).TextContent,
            StringComparison.Ordinal);
    }

    /// <summary>
    /// A coordinator schedules a rehearsal, and something happens that the time line does not know, or can't read.
    /// </summary>
    private static Task ScheduleAsync(
        PortalFactory portal, Order order, Instant start) => portal.InDatabaseAsync(async db =>
    {
        var now = portal.Clock.GetCurrentInstant();
        var coordinator = await db.Users.SingleAsync(user => user.UserName == "coordinator@demo.example");
        var session = OrderSession.Schedule(order.Id, SessionKind.Rehearsal, order.ProducerId, start, 60);
        db.Add(session);
        db.Audit(
            new SessionScheduled(order.Id, session.Id, session.Kind, Change.Added(SessionSnapshot.Of(session))),
            coordinator.Id,
            now + Duration.FromMinutes(1));
        db.Add(new AuditEntry(
            now, AuditActor.User(coordinator.Id), "order.something-new", nameof(Order), $"{order.Id}", "no JSON"));
        db.Add(
            new AuditEntry(now, AuditActor.User(coordinator.Id), "order.updated", nameof(Order), $"{order.Id}", "{}"));
        await db.SaveChangesAsync();
    });

    private static async Task<IReadOnlyList<IElement>> ItemsAsync(PortalClient browser, Order order) =>
        (await browser.GetAsync($"/resources/orders/{order.RequestNumber}")).All(".timeline__item");

    private static string TitleOf(IElement item) =>
        PortalPage.Squeeze(item.QuerySelector(".timeline__title")!.TextContent);

    private static async Task<TimelinePage> ForStaffAsync(PortalFactory portal, RequestNumber number)
    {
        var order = await portal.ReadAsync(number);
        await using var scope = portal.Services.CreateAsyncScope();
        var coordinator = await portal.InDatabaseAsync(
            db => db.Users.SingleAsync(user => user.UserName == "coordinator@demo.example"));
        var reader = new ClaimsPrincipal(
            new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, $"{coordinator.Id}")]));
        return await scope.ServiceProvider.GetRequiredService<OrderTimeline>()
            .ReadAsync(order, reader, isForStaff: true, CancellationToken.None);
    }
}
