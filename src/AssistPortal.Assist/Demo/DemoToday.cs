using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Consequences.Audit;
using AssistPortal.Assist.Demand;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sites;
using AssistPortal.Assist.Waiting;
using AssistPortal.Assist.Waiting.Audit;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Demo;

/// <summary>
/// The day's business in the demo data, so that everybody's first page has something to do: orders of today and this
/// week, a question, a mail that came back, hosts who wait for a free producer. The rest of the demo data has to be
/// there.
/// </summary>
internal sealed class DemoToday(
    PortalDbContext db,
    DemoWorlds worlds,
    DemoOrders orders,
    OrderAttentions attentions,
    Outbox outbox,
    OrderPlacedMail mail,
    IClock clock) : IDemoContent
{
    public async Task AddAsync(IReadOnlyDictionary<string, PortalUser> users, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var world = await worlds.GetAsync(cancellationToken);
        var placed = await orders.PlaceAsync(
            [.. DemoTodayOrders.Now(now), .. DemoTodayOrders.ThisWeek], world, users, cancellationToken);
        foreach (var (_, order) in placed.Where(item => item.Demo.Event!.Start is not null))
        {
            LetWork(world.Producers.Single(producer => producer.Id == order.ProducerId), order, world);
        }

        await AskAsync(OrderOn(DemoTodayOrders.Asked), now, cancellationToken);
        await FailAsync(OrderOn(DemoTodayOrders.Undelivered), world, now, cancellationToken);
        Wait(users[DemoHosts.Host], world.Sites[0], world.Packages["ec-premium"], "America/New_York", now);
        Wait(users[DemoHosts.OtherHost], world.Sites[1], world.Packages["tc-premium"], "Asia/Taipei", now);
        await db.SaveChangesAsync(cancellationToken);
        await GiveAsync(
            users[DemoHosts.Coordinator],
            [OrderOn(DemoTodayOrders.Asked).Id, placed[0].Order.Id, placed[^1].Order.Id],
            cancellationToken);
        await GiveAsync(
            users[DemoAccounts.Administrator], [OrderOn(DemoTodayOrders.Undelivered).Id], cancellationToken);

        Order OrderOn(string topic) => placed.Single(item => item.Order.Event.Topic == topic).Order;
    }

    /// <summary>Events of this day come at any hour of any weekday: on that date the producer works then.</summary>
    private static void LetWork(Producer producer, Order order, DemoWorld world)
    {
        var package = world.Packages.Values.Single(package => package.Id == order.PackageId);
        var zone = DateTimeZoneProviders.Tzdb[producer.TimeZone];
        var first = (order.Time.Start - Duration.FromMinutes(package.LeadMinutes)).InZone(zone).LocalDateTime;
        var last = (order.Time.End + Duration.FromMinutes(package.TrailMinutes)).InZone(zone).LocalDateTime;
        var minutes = Period.Between(first.Date.AtMidnight(), last, PeriodUnits.Minutes).Minutes;
        producer.ChangeHours(
            [.. producer.Hours.Select(hours => new HoursDetails(hours.Day, hours.StartMinute, hours.EndMinute))],
            [
                .. producer.ExceptionalHours.Select(
                    hours => new ExceptionDetails(hours.Date, hours.StartMinute, hours.EndMinute)),
                new ExceptionDetails(first.Date, (first.Hour * 60) + first.Minute, (int)minutes),
            ]);
    }

    private async Task AskAsync(Order order, Instant now, CancellationToken cancellationToken)
    {
        var at = now - Duration.FromHours(3);
        var question = OrderMessage.FromCustomer(
            order,
            position: 1,
            order.OrderedById,
            "One of our presenters joins from a train. Can the producer test the sound with her a day before?",
            at);
        db.Add(question);
        db.Audit(new OrderMessageReceived(order.Id, question.Position), order.OrderedById, at);
        await attentions.RaiseAsync(order.Id, AttentionReason.Unanswered, at, cancellationToken);
    }

    private async Task FailAsync(Order order, DemoWorld world, Instant now, CancellationToken cancellationToken)
    {
        var whole = new OrderWithRelations(
            order,
            world.Packages.Values.Single(package => package.Id == order.PackageId),
            world.Sites.Single(site => site.Id == order.SiteId),
            world.Producers.Single(producer => producer.Id == order.ProducerId));
        outbox.Write(mail.For(whole)).GiveUp(MailFailure.Address, "550 5.1.1 No such mailbox here", now);
        await attentions.RaiseAsync(order.Id, AttentionReason.MailFailed, now, cancellationToken);
    }

    private Task<int> GiveAsync(PortalUser owner, Guid[] orderIds, CancellationToken cancellationToken) =>
        db.Set<Order>().Where(order => orderIds.Contains(order.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(order => order.OwnerId, owner.Id), cancellationToken);

    /// <summary>The host waits for a weekend on which nobody works.</summary>
    private void Wait(PortalUser host, Site site, ServicePackage package, string timeZone, Instant now)
    {
        var zone = DateTimeZoneProviders.Tzdb[timeZone];
        var today = now.InUtc().Date;
        var saturday = DemoCalendar.Weekend(today, 5).Concat(DemoCalendar.Weekend(today, 8)).First().Start;
        var at = now - Duration.FromHours(20);
        var wish = WaitingWish.Begin(
            new WaitRequest
            {
                HostUserId = host.Id,
                SiteId = site.Id,
                PackageId = package.Id,
                Time = new EventTime
                {
                    Start = saturday.At(new LocalTime(11, 0)).InZoneLeniently(zone).ToInstant(),
                    DurationMinutes = 60,
                    TimeZone = timeZone,
                },
                Language = "en",
            },
            at);
        db.Add(wish);
        db.Add(new UnmetWish
        {
            At = at,
            PackageId = package.Id,
            WisherId = host.Id,
            Start = wish.Start,
            DurationMinutes = wish.DurationMinutes,
            Reason = NobodyReason.NoProducerWorks,
        });
        db.Audit(new WishJoined(wish.Id, WishFacts.Of(wish)), host.Id, at);
    }
}
