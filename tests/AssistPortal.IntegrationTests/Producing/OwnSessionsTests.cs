using System.Net;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sessions;
using AssistPortal.IntegrationTests.Staff;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Producing;

/// <summary>The reserved producer schedules the sessions of an order.</summary>
public sealed class OwnSessionsTests
{
    [Fact]
    public async Task The_orders_producer_sees_what_is_wanted_and_schedules_moves_and_cancels_own_sessions_only()
    {
        using var portal = new PortalFactory();
        await portal.LeaveOneProducerAsync();
        var order = await portal.OrderAsync(new(StringComparer.Ordinal) { ["RehearsalHours"] = "1.5" });
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync("producer@demo.example");
        string Words(string key) => portal.Words("en", $"Sessions.{key}");
        var page = await browser.GetAsync($"/producer/orders/{order.RequestNumber}");
        Assert.Contains(portal.Words("en", "Assist.Fee.Rehearsal"), page.Text, StringComparison.Ordinal);
        Assert.Contains(
            Words("Need.Ordered|Rehearsal|1 hour 30 minutes|0 minutes"), page.Text, StringComparison.Ordinal);
        Assert.Contains(
            Words("Sessions.Hours|1 hour 45 minutes|8 hours|6 hours 15 minutes"), page.Text, StringComparison.Ordinal);

        // Being given the order is told, in the words of its mail; the producer's own acts are not.
        var told = await page.FollowAsync(".bell");
        Assert.Equal("/producer/notices", told.Path);
        Assert.NotNull(told.Find($".notice-list__item--new a[href='/producer/orders/{order.RequestNumber}']"));
        var seen = await told.SubmitFormAsync("form[action='/producer/notices/seen']");
        Assert.Null(seen.Find(".bell__count"));

        var form = await page.FollowAsync("#sessions a[href$='/sessions']");
        Assert.Null(form.Find("[name=ProducerId]"));
        var session = await portal.ScheduleAsync(browser, order, at: "/producer/orders");
        Assert.Equal(
            (SessionKind.Rehearsal, 60, order.ProducerId), (session.Kind, session.DurationMinutes, session.ProducerId));
        var (action, fields) = (await (await browser.GetAsync(
            $"/producer/orders/{order.RequestNumber}/sessions?id={session.Id}")).PickAsync(1)).Prepare();
        var moved = await browser.PostAsync(action, [.. fields, new("ProducerId", "1")]);
        Assert.Contains(Words("Session.Moved"), moved.Text, StringComparison.Ordinal);
        Assert.Equal((order.ProducerId, 1), Assert.Single(await portal.SessionsAsync(order)) is var now
            ? (now.ProducerId, now.CalendarSequence)
            : default);
        Assert.Equal("/producer/orders/" + order.RequestNumber, moved.Path);
        Assert.Single(await portal.AuditAsync("session.moved", $"{order.Id}"));
        Assert.Null(moved.Find(".bell__count"));
        var ask = await browser.GetAsync($"/producer/orders/{order.RequestNumber}/sessions/{session.Id}/cancel");

        // What somebody else holds is shown and left alone; an order of somebody else is not there.
        var other = await portal.InDatabaseAsync(
            db => db.Set<Producer>().Where(item => item.Id != order.ProducerId).Select(item => item.Id).FirstAsync());
        await portal.InDatabaseAsync(db => db.Set<OrderSession>().Where(item => item.Id == session.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.ProducerId, other)));
        Assert.Null(
            (await browser.GetAsync($"/producer/orders/{order.RequestNumber}")).Find($"a[href*='{session.Id}']"));
        Assert.Equal(HttpStatusCode.Conflict, (await ask.SubmitAsync()).Status);
        await portal.InDatabaseAsync(db => db.Set<OrderSession>().Where(item => item.Id == session.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.ProducerId, order.ProducerId)));
        Assert.Contains(Words("Session.Cancelled"), (await ask.SubmitAsync()).Text, StringComparison.Ordinal);
        Assert.True(await portal.NeedsAsync(order, AttentionReason.Session));

        form = await browser.GetAsync($"/producer/orders/{order.RequestNumber}/sessions");
        await portal.InDatabaseAsync(db => db.Set<Order>().Where(item => item.Id == order.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.ProducerId, other)));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(form.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await form.SubmitAsync(
            new(StringComparer.Ordinal) { ["StartDate"] = "2027-01-05", ["StartTime"] = "10:00" })).Status);
    }
}
