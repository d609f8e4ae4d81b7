using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sessions;
using AssistPortal.Data.Audit;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>What tests about producers ask of the database, and forms with rows.</summary>
internal static class ProducerRoom
{
    public static Task<Producer> ProducerAsync(this PortalFactory portal, int id) =>
        portal.InDatabaseAsync(db => db.Set<Producer>().AsNoTracking()
            .Include(item => item.Hours).Include(item => item.TimeOff).Include(item => item.ExceptionalHours)
            .Include(item => item.Qualifications).Include(item => item.Languages).AsSplitQuery()
            .SingleAsync(item => item.Id == id));

    public static Task<List<OrderAttention>> NoCoverAsync(this PortalFactory portal, Guid orderId) =>
        portal.InDatabaseAsync(db => db.Set<OrderAttention>().AsNoTracking()
            .Where(row => row.OrderId == orderId && row.Reason == AttentionReason.NoCover).ToListAsync());

    public static Task<List<AuditEntry>> AuditAsync(this PortalFactory portal, string action, string subjectId) =>
        portal.InDatabaseAsync(db => db.AuditEntries.AsNoTracking()
            .Where(entry => entry.Action == action && entry.SubjectId == subjectId)
                .OrderBy(entry => entry.Id)
                .ToListAsync());

    public static Task<Reservation> ReservationAsync(this PortalFactory portal, Order order) =>
        portal.InDatabaseAsync(db => db.Set<Reservation>()
            .AsNoTracking()
            .Include(item => item.Slots)
            .SingleAsync(item => item.OrderId == order.Id));

    /// <summary>A rehearsal of the order some days before it, with the order's producer.</summary>
    public static Task<OrderSession> AddSessionAsync(this PortalFactory portal, Order order, Instant start) =>
        portal.InDatabaseAsync(async db =>
        {
            var session = OrderSession.Schedule(order.Id, SessionKind.Rehearsal, order.ProducerId, start, 60);
            db.Add(session);
            db.Add(Reservation.ForSession(order.ProducerId, session.Time, session.Id));
            await db.SaveChangesAsync();
            return session;
        });

    /// <summary>The main form with one row of it changed, sent.</summary>
    public static Task<PortalPage> SubmitRowAsync(
        this PortalClient browser, PortalPage page, int row, Dictionary<string, string> changes, string? button = null)
    {
        var (action, fields) = page.Prepare(button: button);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return browser.PostAsync(action, [.. fields.Select(field =>
        {
            var number = seen[field.Key] = seen.GetValueOrDefault(field.Key, -1) + 1;
            return number == row && changes.TryGetValue(field.Key, out var value)
                ? KeyValuePair.Create(field.Key, value)
                : field;
        })]);
    }

    /// <summary>The day of an order in its producer's zone, as a form takes it.</summary>
    public static string Day(this Producer producer, Order order) =>
        NodaTime.Text.LocalDatePattern.Iso.Format(
            order.Time.Start.InZone(DateTimeZoneProviders.Tzdb[producer.TimeZone]).Date);
}
