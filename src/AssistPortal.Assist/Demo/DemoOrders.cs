using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Consequences.Audit;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Reminders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Assist.Demo;

/// <summary>Places orders of the demo data, each with its producer's time.</summary>
internal sealed class DemoOrders(
    PortalDbContext db,
    ReservationBook reservations,
    OrderReminders reminders,
    OrderAttentions attentions,
    IOptions<BookingOptions> options,
    IClock clock)
{
    /// <summary>The orders, saved, each beside what it was made from.</summary>
    public async Task<IReadOnlyList<(DemoOrder Demo, Order Order)>> PlaceAsync(
        IEnumerable<DemoOrder> orders,
        DemoWorld world,
        IReadOnlyDictionary<string, PortalUser> users,
        CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var placements = orders
            .Select(order => (Demo: order, Command: CommandOf(order, WishOf(order, world, now), world, users)))
            .ToList();
        var holds = placements.ToDictionary(
            item => item.Command.DraftId, item => HoldFor(item.Demo, item.Command, world, now));
        db.AddRange(holds.Values);
        await db.SaveChangesAsync(cancellationToken);

        var placed = new List<(DemoOrder Demo, Order Order)>();
        foreach (var (demo, command) in placements)
        {
            var orderId = Guid.CreateVersion7();
            var hold = holds[command.DraftId];
            var producerId = hold.ProducerId;
            if (!await reservations.TakeAsync(
                new HoldAnswer.Held(hold.Id, producerId, hold.HoldUntil!.Value), orderId, cancellationToken))
            {
                throw new InvalidOperationException("The hold of a demo order is gone.");
            }

            var placedAt = Instant.Min(
                now - Duration.FromHours(2), command.Time.Start - Duration.FromDays(demo.PlacedDaysBefore));
            var order = Order.Place(command, RequestNumber.Random(), orderId, producerId, placedAt);
            db.Add(order);
            if (!demo.IsHistory)
            {
                attentions.Plan(order, world.Packages[demo.Package], now);
            }

            reminders.Plan(order, now);
            db.Audit(new OrderPlaced(orderId, producerId), order.OrderedById, placedAt);
            placed.Add((demo, order));
        }

        await db.SaveChangesAsync(cancellationToken);
        return placed;
    }

    private static Reservation HoldFor(DemoOrder order, OrderCommand command, DemoWorld world, Instant now)
    {
        var package = world.Packages[order.Package];
        var reserved = new Interval(
            command.Time.Start - Duration.FromMinutes(package.LeadMinutes),
            command.Time.End + Duration.FromMinutes(package.TrailMinutes));
        var producer = world.Producers.Single(item => item.Email == order.Producer);
        return Reservation.Hold(producer.Id, reserved, command.DraftId, now + Duration.FromMinutes(30));
    }

    private static Wish WishOf(DemoOrder order, DemoWorld world, Instant now) => order.Event is { } wanted
        ? WishOf(order, wanted, world.Sites, now)
        : WishOf(order, world.Sessions.Single(item => item.MeetingNumber == order.Session));

    private static Wish WishOf(DemoOrder order, MeetingSession session) => new(
        session.SiteId,
        session.HostEmail,
        new EventTime { Start = session.Start, DurationMinutes = session.DurationMinutes, TimeZone = session.TimeZone },
        new EventDetails
        {
            Topic = session.Topic,
            MeetingNumber = session.MeetingNumber,
            MeetingUrl = session.MeetingUrl,
            ExpectedAttendees = session.ExpectedAttendees ?? 1,
            Presenters = session.Presenters,
            Agenda = session.Agenda,
            RecordingFormat = RecordingFormat.Mp4,
            Language = order.Language,
            OtherComments = order.Comments,
        },
        session.Id.ToString());

    private static Wish WishOf(DemoOrder order, DemoEvent wanted, IReadOnlyList<Site> sites, Instant now) => new(
        sites.Single(site => site.HostName == wanted.Site).Id,
        wanted.HostEmail,
        new EventTime
        {
            Start = wanted.Start ?? DemoDays.Workday(now, wanted.TimeZone, wanted.DaysAhead, wanted.At),
            DurationMinutes = wanted.Minutes,
            TimeZone = wanted.TimeZone,
        },
        new EventDetails
        {
            Topic = wanted.Topic,
            ExpectedAttendees = wanted.Attendees,
            RecordingFormat = RecordingFormat.Mp4,
            Language = order.Language,
            OtherComments = order.Comments,
        },
        null);

    private OrderCommand CommandOf(
        DemoOrder order, Wish wish, DemoWorld world, IReadOnlyDictionary<string, PortalUser> users)
    {
        var host = users[wish.HostEmail];
        var package = world.Packages[order.Package];
        var currency = world.Sites.Single(site => site.Id == wish.SiteId).Currency;
        var rates = package.RatesIn(currency);
        var firstWish = wish.Time.LocalStart.LocalDateTime.Date.PlusDays(-7) + new LocalTime(10, 0);
        return new OrderCommand
        {
            DraftId = Guid.CreateVersion7(),
            HostUserId = host.Id,
            SiteId = wish.SiteId,
            PackageId = package.Id,
            Contact = new ContactDetails
            {
                FirstName = host.FirstName,
                LastName = host.LastName,
                Phone = host.PhoneNumber ?? "",
                Email = wish.HostEmail,
                Company = host.Company,
            },
            Time = wish.Time,
            Event = wish.Details,
            SessionKey = wish.SessionKey,
            SessionHostEmail = wish.SessionKey is null ? null : wish.HostEmail,
            PageLanguage = order.PageLanguage,
            Fee = StandardFee.By(rates, wish.Time.DurationMinutes, order.Extras),
            Rates = OrderRates.Of(rates, order.Extras),
            CancellationTiers = package.CancellationTiers,
            UpdateNoticeHours = options.Value.UpdateNoticeHours,
            SessionWishes = [.. Enumerable.Range(0, order.Wishes).Select(number => firstWish.PlusDays(number))],
        };
    }

    private sealed record Wish(int SiteId, string HostEmail, EventTime Time, EventDetails Details, string? SessionKey);
}
