using System.Globalization;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>
/// Who works when and what takes their time, as staff see it: the same working time, time off and reservations that the
/// search goes by. It takes six queries, whatever the number of producers and reservations.
/// </summary>
public sealed class ScheduleBoard(PortalDbContext db, WorkingWeeks workingWeeks, IClock clock)
{
    /// <summary>Most producers at once.</summary>
    public const int PageSize = 50;

    private const CompareOptions Loosely =
        CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreWidth | CompareOptions.IgnoreKanaType;

    /// <summary>The producers of one page, in the order of their names, with their time.</summary>
    /// <param name="wanted">Which producers and when.</param>
    /// <param name="cancellation">Nobody looks any longer.</param>
    public async Task<BoardPage> ReadAsync(BoardQuestion wanted, CancellationToken cancellation)
    {
        await using var connection = await OpenConnection.OfAsync(db, cancellation);
        var range = QuarterRange.Touching(wanted.Time.Start, wanted.Time.End);
        var view = new ReservationView(clock.GetCurrentInstant(), OwnDraft: null);
        var all = await ProducersAsync(wanted, range, view, cancellation);
        var pages = Math.Max(1, (all.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(wanted.Page, 1, pages);
        List<ListedProducer> shown = [.. all.Skip((page - 1) * PageSize).Take(PageSize)];
        if (shown.Count == 0)
        {
            return new BoardPage([], 0, page, pages);
        }

        var weeks = await workingWeeks.OfAllAsync(db, cancellation);
        var exceptions = (await db.ExceptionsAsync(range, cancellation)).ToLookup(item => item.ProducerId, item => item.Hours);
        var timeOff = (await db.TimeOffAsync(range, cancellation)).ToLookup(item => item.ProducerId, item => item.Time);
        var reserved = await ReservedAsync([.. shown.Select(item => item.Id)], range, view, cancellation);
        var clocks = shown.Select(item => item.TimeZone).Distinct(StringComparer.Ordinal).ToDictionary(
            zone => zone, zone => new WallClock(DateTimeZoneProviders.Tzdb[zone], range), StringComparer.Ordinal);
        return new BoardPage(
            [.. shown.Select(producer =>
            {
                var off = SetOf(timeOff[producer.Id], range);
                var working = WorkingTimeOf(producer, [.. weeks[producer.Id]], [.. exceptions[producer.Id]], clocks[producer.TimeZone], off);
                return new BoardRow(
                    producer.Id, producer.Name, producer.TimeZone, producer.IsActive,
                    TimesOf(working), TimesOf(off), [.. reserved[producer.Id]]);
            })],
            all.Count,
            page,
            pages);
    }

    private async Task<IReadOnlyList<ListedProducer>> ProducersAsync(
        BoardQuestion wanted, QuarterRange range, ReservationView view, CancellationToken cancellation)
    {
        var reserved = db.Reserved(range, view);
        var producers = db.Set<Producer>()
            .Where(producer => producer.IsActive || reserved.Any(item => item.ProducerId == producer.Id));
        if (wanted.PackageId is { } packageId)
        {
            // A local day lies at most one day beside the same day in UTC.
            var (first, last) = (range.Start.InUtc().Date.PlusDays(-1), range.End.InUtc().Date.PlusDays(1));
            producers = producers.Where(producer => producer.Qualifications.Any(item => item.PackageId == packageId
                && (item.ValidFrom == null || item.ValidFrom <= last)
                && (item.ValidUntil == null || item.ValidUntil >= first)));
        }

        var listed = await producers
            .Select(producer => new ListedProducer(producer.Id, producer.Name, producer.TimeZone, producer.IsActive))
            .ToListAsync(cancellation);

        // Names are compared here: databases differ in what they take for the same letter and the next one.
        var compare = CultureInfo.CurrentCulture.CompareInfo;
        return [.. listed
            .Where(producer => compare.IndexOf(producer.Name, wanted.Name, Loosely) >= 0)
            .OrderBy(producer => producer.Name, StringComparer.Create(CultureInfo.CurrentCulture, ignoreCase: true))
            .ThenBy(producer => producer.Id)];
    }

    private async Task<ILookup<int, BoardReservation>> ReservedAsync(
        List<int> producers, QuarterRange range, ReservationView view, CancellationToken cancellation)
    {
        var found = await (
            from item in db.Reserved(range, view)
            where producers.Contains(item.ProducerId)
            join order in db.Set<Order>() on item.OrderId equals order.Id into orders
            from order in orders.DefaultIfEmpty()
            orderby item.StartQuarter
            select new
            {
                item.ProducerId,
                item.StartQuarter,
                item.EndQuarter,
                item.HoldUntil,
                Order = order == null
                    ? null
                    : new { order.Number, order.PackageId, order.Event.Topic, order.Time.Start, order.Time.DurationMinutes },
            }).ToListAsync(cancellation);
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
                        new Interval(order.Start, order.Start + Duration.FromMinutes(order.DurationMinutes)))
                    : null));
    }

    /// <summary>When the producer works: the weekly hours, or those of a date of its own, without the time off.</summary>
    private static QuarterHourSet WorkingTimeOf(
        ListedProducer producer,
        IReadOnlyList<WeeklyHours> week,
        IReadOnlyCollection<DayHours> exceptions,
        WallClock zone,
        QuarterHourSet timeOff)
    {
        var working = new QuarterHourSet(timeOff.Range);
        if (producer.IsActive)
        {
            WorkingTime.AddTo(working, week, exceptions, zone);
        }

        foreach (var off in timeOff.Runs())
        {
            working.Remove(off);
        }

        return working;
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

    private sealed record ListedProducer(int Id, string Name, string TimeZone, bool IsActive);
}
