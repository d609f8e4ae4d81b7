using System.Linq.Expressions;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sessions;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Data.Revisions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Assignments;

/// <summary>
/// Who works when and what takes their time, as staff see it: the same working time, time off and reservations that the
/// search goes by. It takes a query or two, whatever the number of producers and reservations.
/// </summary>
public sealed class ScheduleBoard(PortalDbContext db, Cached<Roster> roster, IClock clock)
{
    private static readonly Expression<Func<PortalDbContext, IQueryable<Reservation>, IQueryable<BoardLine>>> Lines =
        (db, reserved) =>
            from item in reserved
            join session in db.Set<OrderSession>() on item.SessionId equals (Guid?)session.Id into sessions
            from session in sessions.DefaultIfEmpty()
            join order in db.Set<Order>() on item.OrderId ?? session.OrderId equals order.Id into orders
            from order in orders.DefaultIfEmpty()
            orderby item.StartQuarter
            select new BoardLine
            {
                ProducerId = item.ProducerId,
                StartQuarter = item.StartQuarter,
                EndQuarter = item.EndQuarter,
                HoldUntil = item.HoldUntil,
                SessionId = session == null ? null : session.Id,
                SessionKind = session == null ? null : session.Kind,
                Number = order == null ? null : order.Number,
                PackageId = order == null ? null : order.PackageId,
                Topic = order == null ? null : order.Event.Topic,
                Start = order == null ? null : order.Time.Start,
                Minutes = order == null ? null : order.Time.DurationMinutes,
            };

    private static readonly Func<PortalDbContext, IQueryable<Reservation>, IQueryable<BoardLine>> Read =
        Lines.Compile();

    // All producers stand on one page nearly always.
    private static readonly
        CompiledQuery<Func<PortalDbContext, int, int, Instant, IAsyncEnumerable<BoardLine>>> OfAll = new(() =>
            EF.CompileAsyncQuery(SchedulingQueries.ReservedBetween.Into(Lines)));

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

        var reserved = await ReservedAsync(
            [.. shown.Select(item => item.Id)], isAll: pages == 1, range, view, cancellationToken);
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
        var reserved = await OfFormerAsync(known, range, view, cancellationToken);
        var producers = wanted.PackageId is { } packageId ? QualifiedFor(known, packageId, range) : known.Producers;
        return [.. producers
            .Where(producer => producer.IsActive || reserved.Contains(producer.Id))
            .WithName(wanted.Name)
            .ByName()];
    }

    /// <summary>Who works here no longer and has something reserved: where nobody has left, nothing is asked.</summary>
    private async Task<HashSet<int>> OfFormerAsync(
        Roster known, QuarterRange range, ReservationView view, CancellationToken cancellationToken)
    {
        List<int> former = [.. known.Producers.Where(producer => !producer.IsActive).Select(producer => producer.Id)];
        return former.Count == 0
            ? []
            : await db.Reserved(range, view)
                .Where(item => former.Contains(item.ProducerId))
                .Select(item => item.ProducerId)
                .Distinct()
                .ToHashSetAsync(cancellationToken);
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
        List<int> producers,
        bool isAll,
        QuarterRange range,
        ReservationView view,
        CancellationToken cancellationToken)
    {
        var lines = isAll
            ? await OfAll.On(db)(db, (int)range.From, (int)range.To, view.Now).ToListAsync(cancellationToken)
            : await Read(db, db.Reserved(range, view).Where(item => producers.Contains(item.ProducerId)))
                .ToListAsync(cancellationToken);
        return lines.ToLookup(line => line.ProducerId, line => new BoardReservation(
            TimeOf(line.Reserved),
            line.HoldUntil,
            line.Number is null
                ? null
                : new BoardOrder(
                    RequestNumber.Parse(line.Number),
                    line.Topic!,
                    line.PackageId!.Value,
                    line.SessionId is null
                        ? new Interval(line.Start!.Value, line.Start.Value + Duration.FromMinutes(line.Minutes!.Value))
                        : TimeOf(line.Reserved),
                    line.SessionId is { } session ? new BoardSession(session, line.SessionKind!.Value) : null)));
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

    /// <summary>A reservation with what takes it.</summary>
    private sealed class BoardLine
    {
        public required int ProducerId { get; init; }

        public required int StartQuarter { get; init; }

        public required int EndQuarter { get; init; }

        public required Instant? HoldUntil { get; init; }

        public required Guid? SessionId { get; init; }

        public required SessionKind? SessionKind { get; init; }

        public required string? Number { get; init; }

        public required int? PackageId { get; init; }

        public required string? Topic { get; init; }

        public required Instant? Start { get; init; }

        public required int? Minutes { get; init; }

        public QuarterRange Reserved => new(StartQuarter, EndQuarter);
    }
}
