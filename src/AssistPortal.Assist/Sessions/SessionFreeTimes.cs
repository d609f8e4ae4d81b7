using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using NodaTime;

namespace AssistPortal.Assist.Sessions;

/// <summary>When a producer has time for a session before the event.</summary>
public sealed class SessionFreeTimes(PortalDbContext db, Cached<Roster> roster, IClock clock)
{
    private const int MostDays = 10;

    // Nobody can be told of anything sooner.
    private static readonly Duration Notice = Duration.FromHours(2);

    // Further ahead nobody plans a session; it bounds what is read.
    private static readonly Duration Furthest = Duration.FromDays(100);

    /// <summary>
    /// Free starts: the first of each of the next days, and those of the customer's wishes that are free.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="producerId">Who is to hold the session.</param>
    /// <param name="minutes">Length of the session.</param>
    /// <param name="movedId">The session that is to be moved: its own time counts as free.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<FreeSessionTimes> FindAsync(
        Order order, int producerId, int minutes, Guid? movedId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var range = QuarterRange.Touching(now + Notice, Instant.Min(order.Time.Start, now + Furthest));
        var producer = (await roster.GetAsync(cancellationToken)).QualifiedFor(order.PackageId)
            .FirstOrDefault(item => item.Id == producerId && item.Producer.IsActive);
        if (producer is null || range.IsEmpty)
        {
            return new FreeSessionTimes([], []);
        }

        var reserved = await db.ReservedTimesAsync(
            range, new ReservationView(now, OwnDraft: null) { OwnSession = movedId }, cancellationToken);
        var free = FreeStarts.Find([producer], reserved, range, EventShape.Of(minutes, 0, 0));
        var zone = order.Time.LocalStart.Zone;
        var wished = order.SessionWishes
            .OrderBy(wish => wish.Position)
            .Select(wish => zone.AtLeniently(wish.LocalTime).ToInstant())
            .Where(start => QuarterHours.IsOnGrid(start)
                && free.FirstFrom(QuarterHours.IndexOf(start)) == QuarterHours.IndexOf(start));
        return new FreeSessionTimes([.. FirstOfDays(free, range, zone)], [.. wished]);
    }

    private static IEnumerable<Instant> FirstOfDays(FreeStarts free, QuarterRange range, DateTimeZone zone)
    {
        var found = 0;
        for (var from = range.From; found < MostDays && free.FirstFrom(from) is { } quarter; found++)
        {
            var start = QuarterHours.At(quarter);
            yield return start;
            var nextDay = zone.AtStartOfDay(start.InZone(zone).Date.PlusDays(1)).ToInstant();
            from = QuarterRange.IndexAtOrAfter(nextDay);
        }
    }
}

/// <summary>When a session could start.</summary>
/// <param name="Days">The first free start of each of the next days.</param>
/// <param name="Wished">Those of the customer's wishes that are free.</param>
public sealed record FreeSessionTimes(IReadOnlyList<Instant> Days, IReadOnlyList<Instant> Wished);
