using System.Net;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Managing;

public sealed class CancelTests
{
    [Fact]
    public async Task No_goes_back_to_the_order_and_nothing_has_changed()
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var (browser, _) = await portal.FindAsync(order);
        using var __ = browser;
        var ask = await AskAsync(browser, order);
        (await ask.SubmitAsync(button: "button[value=no]")).At("availability");
        var (_, fields) = ask.Prepare();
        var unanswered = await browser.PostAsync(ask.Path, fields.Where(field => field.Key != "Confirm"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unanswered.Status);
        Assert.Equal([portal.Words("en", "Managing.Confirm.Missing")], unanswered.ErrorSummary);
        Assert.Equal(OrderState.Placed, (await portal.ReadAsync(order.RequestNumber)).State);
    }

    [Theory]
    [InlineData(7 * 24, 0)]
    [InlineData((7 * 24) - 1, 50)]
    [InlineData(48, 50)]
    [InlineData(47, 100)]
    [InlineData(1, 100)]
    public async Task It_costs_what_the_orders_own_terms_say_at_that_notice(int hoursBefore, int percent)
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        await portal.InDatabaseAsync(db => db.EditPackagesAsync(details => details with
        {
            CancellationTiers = new(details.CancellationTiers.Keys.ToDictionary(notice => notice, _ => 7)),
        }));
        portal.Clock.Reset(order.Time.Start - Duration.FromHours(hoursBefore));
        var (browser, _) = await portal.FindAsync(order);
        using var __ = browser;
        var ask = await AskAsync(browser, order);
        var fee = order.StandardFeeMinor * percent / 100;
        Assert.Equal(
            new Money(fee, "USD").ToString().Replace('\u00a0', ' '),
            PortalPage.Squeeze(ask.Get(".cost-panel__amount").TextContent));

        var done = await ask.SubmitAsync(button: "button[value=yes]");
        Assert.Equal(("/assist/manage", HttpStatusCode.OK), (done.Path, done.Status));
        Assert.Contains(portal.Words("en", "Managing.Notice.Cancelled"), done.Text, StringComparison.Ordinal);
        var cancelled = await portal.ReadAsync(order.RequestNumber);
        Assert.Equal(
            (OrderState.Cancelled, fee, 1),
            (cancelled.State, cancelled.CancellationFeeMinor, cancelled.CalendarSequence));
        Assert.False(
            await portal.InDatabaseAsync(db => db.Set<Reservation>().AnyAsync(item => item.OrderId == order.Id)));
    }

    [Fact]
    public async Task A_host_comes_back_to_Assist_Services_and_the_time_can_be_ordered_again()
    {
        using var portal = new PortalFactory();
        await portal.LeaveOneProducerAsync();
        var moment = new FreeMoment(new(2027, 1, 19, 12, 0));
        var order = await portal.PlaceAsync(moment);
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var done = await (await AskAsync(host, order)).SubmitAsync(button: "button[value=yes]");
        Assert.Equal("/assist", done.Path);
        Assert.Contains(portal.Words("en", "Packages.Notice.Cancelled"), done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            order.RequestNumber.ToString(), (await host.GetAsync("/resources")).Text, StringComparison.Ordinal);
        var page = await host.GetAsync($"/resources/orders/{order.RequestNumber}");
        Assert.Contains(portal.Words("en", "Assist.State.Cancelled"), page.Text, StringComparison.Ordinal);
        Assert.Null(page.Find("a[href$='.ics']"));
        foreach (var area in new[] { "resources/orders", "assist/manage" })
        {
            Assert.Equal(
                HttpStatusCode.NotFound, (await host.GetAsync($"/{area}/{order.RequestNumber}/calendar.ics")).Status);
        }

        await portal.PlaceAsync(moment, email: "next@customer.example");
    }

    [Fact]
    public async Task What_a_begun_update_holds_is_freed_too()
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var (browser, page) = await portal.FindAsync(order);
        using var _ = browser;
        (await page.MoveAsync(browser, FreeMoment.Next())).At("meeting-lookup");
        var holds = await portal.InDatabaseAsync(
            db => db.Set<Reservation>().CountAsync(item => item.HoldUntil != null));
        await (await AskAsync(browser, order)).SubmitAsync(button: "button[value=yes]");
        Assert.Equal(
            holds - 1,
            await portal.InDatabaseAsync(db => db.Set<Reservation>().CountAsync(item => item.HoldUntil != null)));
    }

    [Fact]
    public async Task A_fee_that_rose_while_somebody_looked_is_asked_about_again()
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        portal.Clock.Reset(order.Time.Start - Duration.FromHours(48) - Duration.FromMinutes(5));
        var (browser, _) = await portal.FindAsync(order);
        using var __ = browser;
        var ask = await AskAsync(browser, order);
        portal.Clock.Advance(Duration.FromMinutes(6));
        var again = await ask.SubmitAsync(button: "button[value=yes]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal([portal.Words("en", "Managing.Cancel.CostsMore")], again.ErrorSummary);
        Assert.Equal(OrderState.Placed, (await portal.ReadAsync(order.RequestNumber)).State);
        Assert.Equal("/assist/manage", (await again.SubmitAsync(button: "button[value=yes]")).Path);
        Assert.Equal(order.StandardFeeMinor, (await portal.ReadAsync(order.RequestNumber)).CancellationFeeMinor);
    }

    [Fact]
    public async Task Who_wants_to_cancel_what_was_moved_meanwhile_is_shown_the_new_time_first()
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var (first, page) = await portal.FindAsync(order);
        var (second, _) = await portal.FindAsync(order);
        using var __ = first;
        using var ___ = second;
        var ask = await AskAsync(second, order);
        var next = FreeMoment.Next();
        var lookup = (await page.MoveAsync(first, next)).At("meeting-lookup");
        (await lookup.SubmitAsync(new() { ["ScheduleUpdated"] = "yes" })).At("confirmation");
        var told = await ask.SubmitAsync(button: "button[value=yes]");
        Assert.Equal([portal.Words("en", "Managing.Cancel.Changed")], told.ErrorSummary);
        var span = PortalWords.In("en", () => Assist.Texts.Wording.Span(order.Time with { Start = next.Start }));
        Assert.Contains(PortalPage.Squeeze(span), told.Text, StringComparison.Ordinal);
        Assert.Equal("/assist/manage", (await told.SubmitAsync(button: "button[value=yes]")).Path);
    }

    [Theory]
    [InlineData("Cancelled")]
    [InlineData("Running")]
    [InlineData("Over")]
    [InlineData("Completed")]
    public async Task An_order_that_can_no_longer_be_changed_says_so_and_offers_nothing(string phase)
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var ask = await AskAsync(host, order);
        var edit = await host.GetAsync($"/assist/manage/{order.RequestNumber}/availability?update=true");
        switch (phase)
        {
            case "Cancelled":
                await ask.SubmitAsync(button: "button[value=yes]");
                break;
            case "Completed":
                await portal.InDatabaseAsync(db => db.Set<Order>().Where(item => item.Id == order.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(item => item.State, OrderState.Completed)));
                break;
            default:
                // A signed-in session would end meanwhile, access by number would not be given any more.
                var start = phase == "Over" ? "2026-12-01 07:00:00" : "2026-12-01 08:30:00";
                await portal.InDatabaseAsync(db => db.Database.ExecuteSqlAsync(
                    $"UPDATE Orders SET Start = {start} WHERE Number = {order.Number}"));
                break;
        }

        var pages = new[]
        {
            await host.GetAsync($"/assist/manage/{order.RequestNumber}/availability"),
            await host.GetAsync($"/assist/manage/{order.RequestNumber}/availability?update=true"),
            await host.GetAsync($"/assist/manage/{order.RequestNumber}/cancel"),
            await host.GetAsync($"/assist/manage/{order.RequestNumber}/meeting-lookup"),
            await edit.SubmitAsync(Customers.To(FreeMoment.Next())),
            await ask.SubmitAsync(button: "button[value=yes]"),
        };
        Assert.All(pages, page =>
        {
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains(portal.Words("en", $"Managing.Phase.{phase}.Title"), page.Text, StringComparison.Ordinal);
            Assert.Empty(page.All("main form"));
        });
    }

    private static Task<PortalPage> AskAsync(PortalClient browser, Order order) =>
        browser.GetAsync($"/assist/manage/{order.RequestNumber}/cancel");
}
