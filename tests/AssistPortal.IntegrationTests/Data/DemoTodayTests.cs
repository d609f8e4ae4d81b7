using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Waiting;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Data;

/// <summary>What the demo data has of this very day: everybody's first page has something to do.</summary>
public sealed class DemoTodayTests
{
    [Theory]
    [InlineData(0, "Asia/Taipei")]
    [InlineData(9, "America/New_York")]
    public async Task Orders_are_of_today_and_this_week_and_one_has_begun(int hoursLater, string whereItIsDay)
    {
        var setup = new PortalSetup();
        setup.Clock.Advance(Duration.FromHours(hoursLater));
        await using var portal = PortalFactory.With(setup);
        await portal.BecomeBusyAsync();
        var now = portal.Clock.GetCurrentInstant();
        var orders = await portal.InDatabaseAsync(db => db.Set<Order>().AsNoTracking().ToListAsync());
        var near = orders.Where(order =>
            order.Time.Start > now - Duration.FromDays(2) && order.Time.Start < now + Duration.FromDays(9)).ToList();

        Assert.Equal(7, near.Count);
        var begun = Assert.Single(near, order => order.PhaseAt(now) == OrderPhase.Running);
        Assert.Equal(whereItIsDay, begun.Time.TimeZone);
        Assert.Single(near, order => order.PhaseAt(now) == OrderPhase.Over);
        Assert.Single(near, order => order.Time.Start > now && order.Time.Start < now + Duration.FromHours(4));
        Assert.All(near, order => Assert.True((order.Time.Start - order.PlacedAt).TotalDays >= 14));
        await portal.InDatabaseAsync(async db =>
        {
            var producers = await db.Set<Producer>().WithParts().ToDictionaryAsync(producer => producer.Id);
            foreach (var order in near)
            {
                var reserved = await db.Set<Reservation>().SingleAsync(item => item.OrderId == order.Id);
                Assert.True(Works(producers[reserved.ProducerId], reserved), order.Event.Topic);
            }
        });

        await AssertEverybodyHasSomethingToDoAsync(portal, now);
    }

    private static async Task AssertEverybodyHasSomethingToDoAsync(PortalFactory portal, Instant now)
    {
        var failed = await portal.InDatabaseAsync(
            db => db.Set<OutboxMail>().SingleAsync(mail => mail.State == OutboxMailState.Failed));
        var reasons = await portal.InDatabaseAsync(
            db => db.Set<OrderAttention>().Where(item => item.DueAt <= now).Select(item => item.Reason).ToListAsync());
        var wishes = await portal.InDatabaseAsync(db => db.Set<WaitingWish>().ToListAsync());

        Assert.Equal((MailFailure.Address, 1), (failed.Failure, failed.Attempts));
        Assert.Superset(
            new HashSet<AttentionReason>
            {
                AttentionReason.Unanswered, AttentionReason.MailFailed, AttentionReason.NotCompleted,
                AttentionReason.ReportContact, AttentionReason.Language, AttentionReason.Session,
            },
            reasons.ToHashSet());
        Assert.Equal(2, wishes.Count);
        Assert.All(wishes, wish => Assert.Equal(WaitPhase.Waiting, wish.PhaseAt(now)));
        foreach (var (email, path, something) in new[]
        {
            ("host@demo.example", "/resources", ".order-card"),
            ("host2@demo.example", "/resources", ".order-card"),
            ("host@demo.example", "/assist", "form[action$='/leave']"),
            ("coordinator@demo.example", "/staff", ".figures__alarm"),
            ("admin@demo.example", "/staff", ".figures__alarm"),
            ("producer@demo.example", "/producer", ".order-card"),
            ("partner@demo.example", "/trials", ".contact-now"),
            ("partner2@demo.example", "/trials", ".contact-now"),
            ("customer@demo.example", "/my-trial", ".my-trial__bar--short"),
            ("helpdesk@demo.example", "/staff/trials", "tbody tr"),
        })
        {
            using var browser = portal.CreatePortalClient();
            await browser.SignInAsync(email);
            Assert.NotEmpty((await browser.GetAsync(path)).All(something));
        }
    }

    private static bool Works(Producer producer, Reservation reservation)
    {
        var zone = DateTimeZoneProviders.Tzdb[producer.TimeZone];
        var (start, end) = (reservation.Start.InZone(zone).LocalDateTime, reservation.End.InZone(zone).LocalDateTime);
        var midnight = start.Date.AtMidnight();
        var exceptions = producer.ExceptionalHours.Where(hours => hours.Date == start.Date).ToList();
        var hours = exceptions.Count > 0
            ? exceptions.Select(item => (From: item.StartMinute ?? 0, To: item.EndMinute ?? 0))
            : producer.Hours.Where(item => item.Day == start.DayOfWeek)
                .Select(item => (From: item.StartMinute, To: item.EndMinute));
        return hours.Any(item => midnight.PlusMinutes(item.From) <= start && end <= midnight.PlusMinutes(item.To))
            && !producer.TimeOff.Any(off => off.Start < reservation.End && reservation.Start < off.End);
    }
}
