using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sessions;
using AssistPortal.Assist.Staffing;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>What tests about sessions of orders ask of the portal.</summary>
internal static class SessionFixture
{
    /// <summary>An order of the demo host, with changes of step 3.</summary>
    public static async Task<Order> OrderAsync(this PortalFactory portal, Dictionary<string, string?>? changes = null)
    {
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        return await portal.ReadAsync((await host.OrderAsync(changes: changes)).RequestNumber());
    }

    /// <summary>The sessions of the order, by their making.</summary>
    public static Task<List<OrderSession>> SessionsAsync(this PortalFactory portal, Order order) =>
        portal.InDatabaseAsync(db => db.Set<OrderSession>()
            .AsNoTracking()
            .Where(item => item.OrderId == order.Id)
            .OrderBy(item => item.Id)
            .ToListAsync());

    public static Task<List<Reservation>> ReservationsAsync(this PortalFactory portal, OrderSession session) =>
        portal.InDatabaseAsync(
            db => db.Set<Reservation>().AsNoTracking().Where(item => item.SessionId == session.Id).ToListAsync());

    /// <summary>Whether the order needs somebody for that reason now.</summary>
    public static Task<bool> NeedsAsync(this PortalFactory portal, Order order, AttentionReason reason)
    {
        var now = portal.Clock.GetCurrentInstant();
        return portal.InDatabaseAsync(db => db.Set<OrderAttention>()
            .AnyAsync(item => item.OrderId == order.Id && item.Reason == reason && item.DueAt <= now));
    }

    /// <summary>The producer takes that time off, and the orders concerned are marked.</summary>
    public static async Task TakeOffAsync(this PortalFactory portal, int producerId, Interval time)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var book = scope.ServiceProvider.GetRequiredService<ProducerBook>();
        var producer = (await book.FindAsync(producerId, CancellationToken.None))!;
        var actor = await portal.InDatabaseAsync(db => db.Users.Select(user => user.Id).FirstAsync());
        var off = new ProducerChange.AddTimeOff(TimeOffDetails.Exact(time));
        await book.ChangeAsync(producerId, producer.Version, off, mayUncover: true, actor, CancellationToken.None);
    }

    /// <summary>Picks the first free time of a day that has any, on the page of an order's sessions.</summary>
    public static async Task<PortalPage> PickAsync(this PortalPage sessions, int number = 0)
    {
        var day = sessions.All("button[name=Day][data-free='1']")[number].GetAttribute("value");
        return await (await sessions.SubmitAsync(button: $"button[name=Day][value='{day}']"))
            .SubmitAsync(button: "button[name=Pick]");
    }

    /// <summary>Schedules a session at the first free time.</summary>
    public static async Task<OrderSession> ScheduleAsync(
        this PortalFactory portal,
        PortalClient browser,
        Order order,
        Dictionary<string, string?>? changes = null,
        string at = "/staff/orders")
    {
        var page = await (await browser.GetAsync($"{at}/{order.RequestNumber}/sessions")).PickAsync();
        var done = await page.SubmitAsync(changes);
        Assert.Contains(portal.Words("en", "Sessions.Session.Scheduled"), done.Text, StringComparison.Ordinal);
        return (await portal.SessionsAsync(order))[^1];
    }
}
