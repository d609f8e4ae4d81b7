using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sessions;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Templates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Assist.Feeds;

/// <summary>
/// What a feed shows: a producer's assignments, a host's own orders; those to come and those of the last 30 days.
/// </summary>
public sealed class FeedCalendar(
    PortalDbContext db,
    Cached<Catalogue> catalogue,
    AssignedTimes times,
    OrderCalendar calendar,
    IStringLocalizer<AssistTexts> texts,
    IClock clock)
{
    public const int PastDays = 30;

    /// <summary>The text of the calendar, in the person's language.</summary>
    public async Task<string> WriteAsync(Guid userId, CancellationToken cancellationToken)
    {
        var language = await db.Users.Where(user => user.Id == userId)
            .Select(user => user.Language)
            .SingleOrDefaultAsync(cancellationToken);
        var roles = await db.UserRoles.Where(link => link.UserId == userId)
            .Join(db.Roles, link => link.RoleId, role => role.Id, (_, role) => role.Name)
            .ToListAsync(cancellationToken);
        var since = clock.GetCurrentInstant() - Duration.FromDays(PastDays);
        var known = await catalogue.GetAsync(cancellationToken);
        var assigned = roles.Contains(AssistRoles.Producer, StringComparer.Ordinal)
            ? await AssignedAsync(userId, since, known, cancellationToken)
            : [];
        var ordered = roles.Contains(AssistRoles.Host, StringComparer.Ordinal)
            ? await OrderedAsync(userId, since, known, cancellationToken)
            : [];
        using var culture = MailCulture.Of(language ?? AssistLanguages.English);
        return CalendarWriter.Publish(
            [
                .. assigned.Select(item => item.Session is null
                    ? calendar.ProducerEventOf(item.Whole)
                    : Entry(calendar.ProducerEventOf(item.Whole), item.Whole, item.Session) with
                    {
                        Uid = item.Session.ProducerCalendarUid,
                    }),
                .. ordered.Select(item => item.Session is null
                    ? calendar.EventOf(item.Whole)
                    : Entry(calendar.EventOf(item.Whole), item.Whole, item.Session) with
                    {
                        Uid = item.Session.CalendarUid,
                    }),
            ],
            texts["Word.AssistServices"]);
    }

    private async Task<IReadOnlyList<Entered>> AssignedAsync(
        Guid userId, Instant since, Catalogue known, CancellationToken cancellationToken)
    {
        var producer = await db.Set<Producer>().AsNoTracking()
            .OrderBy(item => item.Id)
            .FirstOrDefaultAsync(item => item.UserId == userId, cancellationToken);
        return producer is null
            ? []
            : [.. (await times.OfProducerAsync(producer.Id, new Interval(since, null), cancellationToken))
                .Where(item => item.Order.State != OrderState.Cancelled)
                .Select(item =>
                    new Entered(Whole(item.Order, known, producer) with { Taken = item.Reserved }, item.Session))];
    }

    private async Task<IReadOnlyList<Entered>> OrderedAsync(
        Guid userId, Instant since, Catalogue known, CancellationToken cancellationToken)
    {
        var orders = await db.Set<Order>().AsNoTracking()
            .Where(
                order => order.HostUserId == userId && order.State != OrderState.Cancelled && order.Time.Start >= since)
            .OrderBy(order => order.Time.Start)
            .ToDictionaryAsync(order => order.Id, cancellationToken);
        var sessions = await db.Set<OrderSession>().AsNoTracking()
            .Where(session => !session.IsCancelled && session.Start >= since)
            .Join(
                db.Set<Order>().Where(order => order.HostUserId == userId && order.State != OrderState.Cancelled),
                session => session.OrderId,
                order => order.Id,
                (session, _) => session)
            .ToListAsync(cancellationToken);
        var ids = orders.Values.Select(order => order.ProducerId)
            .Concat(sessions.Select(session => session.ProducerId))
            .ToHashSet();
        var producers = await db.Set<Producer>().AsNoTracking().Where(item => ids.Contains(item.Id))
            .ToDictionaryAsync(item => item.Id, cancellationToken);
        return
        [
            .. orders.Values.Select(
                order => new Entered(Whole(order, known, producers[order.ProducerId]), Session: null)),
            .. sessions.Where(session => orders.ContainsKey(session.OrderId)).Select(session =>
                new Entered(Whole(orders[session.OrderId], known, producers[session.ProducerId]), session)),
        ];
    }

    private CalendarEvent Entry(CalendarEvent live, OrderWithRelations whole, OrderSession session) => live with
    {
        Sequence = session.CalendarSequence,
        Start = session.Start,
        End = session.End,
        Summary = texts["Calendar.Summary", whole.Order.Event.Topic, texts[$"SessionSwap.Kind.{session.Kind}"].Value],
    };

    private static OrderWithRelations Whole(Order order, Catalogue known, Producer producer) =>
        new(order, known.Package(order.PackageId), known.Site(order.SiteId).Site, producer);

    private sealed record Entered(OrderWithRelations Whole, OrderSession? Session);
}
