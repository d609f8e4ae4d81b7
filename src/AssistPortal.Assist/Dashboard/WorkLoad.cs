using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Data.Revisions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Dashboard;

/// <summary>
/// How busy producers are in the next four weeks, and on which days it gets tight: by the same working time and
/// reservations that the search goes by, read with one query.
/// </summary>
public sealed class WorkLoad(PortalDbContext db, Cached<Roster> roster, Cached<Catalogue> catalogue, IClock clock)
{
    public const int Days = 28;

    /// <summary>An event of this length is to find somebody on every day.</summary>
    public const int EventMinutes = 60;

    private static readonly ILookup<int, QuarterRange> NothingReserved = Array.Empty<QuarterRange>().ToLookup(_ => 0);

    /// <summary>Producers and days from today on.</summary>
    /// <param name="zone">Zone of the days.</param>
    /// <param name="cancellationToken">Nobody looks any longer.</param>
    public async Task<WorkLoadPicture> ReadAsync(DateTimeZone zone, CancellationToken cancellationToken)
    {
        await using var connection = await OpenConnection.OfAsync(db, cancellationToken);
        var now = clock.GetCurrentInstant();
        var today = now.InZone(zone).Date;
        List<(LocalDate Date, QuarterRange Time)> days = [.. Enumerable.Range(0, Days)
            .Select(today.PlusDays)
            .Select(date => (date, TimeOf(LocalDays.Of(date, zone))))];
        var range = days[0].Time.Hull(days[^1].Time);
        var known = await roster.GetAsync(cancellationToken);
        List<PackageSearch> packages = [.. (await catalogue.GetAsync(cancellationToken)).Packages
            .Where(package => package.IsActive)
            .Select(package => new PackageSearch(
                package.Id,
                EventShape.Of(EventMinutes, package.LeadMinutes, package.TrailMinutes),
                [.. known.QualifiedFor(package.Id).Where(candidate => candidate.Producer.IsActive)]))];
        var searched = packages.Aggregate(range, (hull, package) => hull.Hull(package.Shape.Spans(range)));
        var reserved = await db.ReservedTimesAsync(
            searched, new ReservationView(now, OwnDraft: null), cancellationToken);

        var producers = Producers(known, reserved, range);
        var troubled = await NeedAttentionAsync(now, range, cancellationToken);
        var (works, free) = (
            packages.ConvertAll(package => package.Find(NothingReserved, searched)),
            packages.ConvertAll(package => package.Find(reserved, searched)));
        return new WorkLoadPicture(
            [.. producers.Select(producer => new ProducerLoad(
                producer.Name,
                producer.Working.Count(range),
                reserved[producer.Id].Sum(time => time.Intersect(range).Length)))],
            [.. days.Select(day =>
            {
                var left = new QuarterRange(Math.Max(day.Time.From, QuarterRange.IndexAtOrAfter(now)), day.Time.To);
                var working = producers.Sum(producer => producer.Working.Count(day.Time));
                return new DayLoad(
                    day.Date,
                    working,
                    working - producers.Sum(producer => producer.Free.Count(day.Time)),
                    [.. packages
                        .Where((_, at) => HasStart(works[at], left) && !HasStart(free[at], left))
                        .Select(package => package.Id)],
                    troubled.Count(start => start >= day.Time.Start && start < day.Time.End));
            })]);
    }

    private static QuarterRange TimeOf(Interval day) => QuarterRange.Touching(day.Start, day.End);

    private static bool HasStart(FreeStarts starts, QuarterRange day) =>
        !day.IsEmpty && starts.FirstFrom(day.From) < day.To;

    private static List<ProducerTime> Producers(Roster known, ILookup<int, QuarterRange> reserved, QuarterRange range)
    {
        var clocks = new Dictionary<string, WallClock>(StringComparer.Ordinal);
        return [.. known.Producers.Where(producer => producer.IsActive).Select(producer =>
        {
            if (!clocks.TryGetValue(producer.TimeZone, out var clock))
            {
                clocks.Add(
                    producer.TimeZone, clock = new WallClock(DateTimeZoneProviders.Tzdb[producer.TimeZone], range));
            }

            var (working, free) = (new QuarterHourSet(range), new QuarterHourSet(range));
            producer.AddWorkingTime(working, clock);
            free.UnionWith(working);
            foreach (var time in reserved[producer.Id])
            {
                free.Remove(time);
            }

            return new ProducerTime(producer.Id, producer.Name, working, free);
        })];
    }

    private async Task<List<Instant>> NeedAttentionAsync(
        Instant now, QuarterRange range, CancellationToken cancellationToken)
    {
        var (from, to) = (range.Start, range.End);
        return await db.Set<Order>()
            .Where(order => order.State == OrderState.Placed && order.Time.Start >= from && order.Time.Start < to)
            .Where(order => db.Set<OrderAttention>().Any(item => item.OrderId == order.Id && item.DueAt <= now))
            .Select(order => order.Time.Start)
            .ToListAsync(cancellationToken);
    }

    private sealed record PackageSearch(int Id, EventShape Shape, IReadOnlyList<QualifiedProducer> Qualified)
    {
        public FreeStarts Find(ILookup<int, QuarterRange> reserved, QuarterRange range) =>
            FreeStarts.Find(Qualified, reserved, range, Shape);
    }

    private sealed record ProducerTime(int Id, string Name, QuarterHourSet Working, QuarterHourSet Free);
}
