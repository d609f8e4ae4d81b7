using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sessions;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Assignments;

/// <summary>
/// Who works when and what takes their time, as staff see it: the same working time, time off and reservations that the
/// search goes by. It takes two queries, whatever the number of producers and reservations.
/// </summary>
public sealed class ScheduleBoard(PortalDbContext db, Cached<Roster> roster, IClock clock)
{
    /// <summary>Most producers at once.</summary>
    public const int PageSize = 50;

    /// <summary>The producers of one page, in the order of their names, with their time.</summary>
    /// <param name="wanted">Which producers and when.</param>
    /// <param name="cancellationToken">Nobody looks any longer.</param>
    public async Task<BoardPage> ReadAsync(BoardQuestion wanted, CancellationToken cancellationToken)
    {
        await using var connection = await OpenConnection.OfAsync(db, cancellationToken);
        var range = QuarterRange.Touching(wanted.Time.Start, wanted.Time.End);
        var view = new ReservationView(clock.GetCurrentInstant(), OwnDraft: null);
        var all = await ProducersAsync(wanted, range, view, cancellationToken);
        var pages = Math.Max(1, (all.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(wanted.Page, 1, pages);
        List<RosterProducer> shown = [.. all.Skip((page - 1) * PageSize).Take(PageSize)];
        if (shown.Count == 0)
        {
            return new BoardPage([], 0, page, pages);
        }

        var reserved = await ReservedAsync([.. shown.Select(item => item.Id)], range, view, cancellationToken);
        var clocks = shown.Select(item => item.TimeZone).Distinct(StringComparer.Ordinal).ToDictionary(
            zone => zone, zone => new WallClock(DateTimeZoneProviders.Tzdb[zone], range), StringComparer.Ordinal);
        return new BoardPage(
            [.. shown.Select(producer =>
            {
                var off = SetOf(producer.TimeOff, range);
                var busy = SetOf(producer.Busy, range);
                foreach (var time in producer.TimeOff)
                {
                    busy.Remove(time);
                }

                var working = new QuarterHourSet(range);
                if (producer.IsActive)
                {
                    producer.AddWorkingTime(working, clocks[producer.TimeZone]);
                }

                return new BoardRow(
                    producer.Id, producer.Name, producer.TimeZone, producer.IsActive,
                    TimesOf(working), TimesOf(off), TimesOf(busy), [.. reserved[producer.Id]]);
            })],
            all.Count,
            page,
            pages);
    }

    private async Task<IReadOnlyList<RosterProducer>> ProducersAsync(
        BoardQuestion wanted, QuarterRange range, ReservationView view, CancellationToken cancellationToken)
    {
        var known = await roster.GetAsync(cancellationToken);
        var reserved = await db.Reserved(range, view)
            .Select(item => item.ProducerId)
            .Distinct()
            .ToHashSetAsync(cancellationToken);
        var producers = wanted.PackageId is { } packageId ? QualifiedFor(known, packageId, range) : known.Producers;
        return [.. producers
            .Where(producer => producer.IsActive || reserved.Contains(producer.Id))
            .WithName(wanted.Name)
            .ByName()];
    }

    private static IEnumerable<RosterProducer> QualifiedFor(Roster known, int packageId, QuarterRange range)
    {
        // A local day lies at most one day beside the same day in UTC.
        var (first, last) = (range.Start.InUtc().Date.PlusDays(-1), range.End.InUtc().Date.PlusDays(1));
        return known.QualifiedFor(packageId)
            .Where(item => !(item.ValidFrom > last) && !(item.ValidUntil < first))
            .Select(item => item.Producer);
    }

    private async Task<ILookup<int, BoardReservation>> ReservedAsync(
        List<int> producers, QuarterRange range, ReservationView view, CancellationToken cancellationToken)
    {
        var found = await (
            from item in db.Reserved(range, view)
            where producers.Contains(item.ProducerId)
            let orderId = item.OrderId
                ?? db.Set<OrderSession>()
                    .Where(session => session.Id == item.SessionId)
                    .Select(session => (Guid?)session.OrderId)
                    .FirstOrDefault()
            join order in db.Set<Order>() on orderId equals (Guid?)order.Id into orders
            from order in orders.DefaultIfEmpty()
            orderby item.StartQuarter
            select new
            {
                item.ProducerId,
                item.StartQuarter,
                item.EndQuarter,
                item.HoldUntil,
                Session = db.Set<OrderSession>()
                    .Where(session => session.Id == item.SessionId)
                        .Select(session => new BoardSession(session.Id, session.Kind))
                        .FirstOrDefault(),
                Order = order == null
                    ? null
                    : new
                    {
                        order.Number,
                        order.PackageId,
                        order.Event.Topic,
                        order.Time.Start,
                        order.Time.DurationMinutes,
                    },
            }).ToListAsync(cancellationToken);
        return found.ToLookup(
            item => item.ProducerId,
            item => new BoardReservation(
                TimeOf(new QuarterRange(item.StartQuarter, item.EndQuarter)),
                item.HoldUntil,
                item.Order is { } order
                    ? new BoardOrder(
                        RequestNumber.Parse(order.Number),
                        order.Topic,
                        order.PackageId,
                        item.Session is not null
                            ? TimeOf(new QuarterRange(item.StartQuarter, item.EndQuarter))
                            : new Interval(order.Start, order.Start + Duration.FromMinutes(order.DurationMinutes)),
                        item.Session)
                    : null));
    }

    private static QuarterHourSet SetOf(IEnumerable<QuarterRange> times, QuarterRange range)
    {
        var set = new QuarterHourSet(range);
        foreach (var time in times)
        {
            set.Add(time);
        }

        return set;
    }

    private static IReadOnlyList<Interval> TimesOf(QuarterHourSet set) => [.. set.Runs().Select(TimeOf)];

    private static Interval TimeOf(QuarterRange range) => new(range.Start, range.End);
}
