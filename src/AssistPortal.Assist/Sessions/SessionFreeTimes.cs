using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using NodaTime;

namespace AssistPortal.Assist.Sessions;

/// <summary>When a producer has time for a session before the event.</summary>
public sealed class SessionFreeTimes(PortalDbContext db, Cached<Roster> roster, IClock clock)
{
    // Nobody can be told of anything sooner.
    private static readonly Duration Notice = Duration.FromHours(2);

    // Further ahead nobody plans a session; it bounds what is read.
    private static readonly Duration Furthest = Duration.FromDays(100);

    /// <summary>When sessions of the order may start; null where the event is too near for one.</summary>
    public Interval? Bookable(Order order)
    {
        var now = clock.GetCurrentInstant();
        var end = Instant.Min(order.Time.Start, now + Furthest);
        return now + Notice < end ? new Interval(now + Notice, end) : null;
    }

    /// <summary>Free starts, day by day, and those of the customer's wishes that are free.</summary>
    /// <param name="order">The order.</param>
    /// <param name="wanted">What is to be held.</param>
    /// <param name="from">First day, in the event's zone.</param>
    /// <param name="days">How many days.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<(FreeTimes Days, IReadOnlyList<Instant> Wished)> FindAsync(
        Order order, WantedSession wanted, LocalDate from, int days, CancellationToken cancellationToken)
    {
        var calendar = new FreeCalendar(order.Time.LocalStart.Zone, from, days);
        if (await SearchAsync(order, wanted, calendar, cancellationToken) is not { } found)
        {
            return (calendar.ToFreeTimes(), []);
        }

        calendar.Add(found);
        return (
            calendar.ToFreeTimes(),
            [
                .. order.WishedTimes
                    .Select(wish => wish.ToInstant())
                    .Where(start => QuarterHours.IsOnGrid(start)
                        && found.FirstFrom(QuarterHours.IndexOf(start)) == QuarterHours.IndexOf(start)),
            ]);
    }

    private async Task<FreeStarts?> SearchAsync(
        Order order, WantedSession wanted, FreeCalendar calendar, CancellationToken cancellationToken)
    {
        var producer = (await roster.GetAsync(cancellationToken)).QualifiedFor(order.PackageId)
            .FirstOrDefault(item => item.Id == wanted.ProducerId && item.Producer.IsActive);
        if (producer is null || Bookable(order) is not { } bookable)
        {
            return null;
        }

        // Wishes may lie in any month.
        var all = QuarterRange.Touching(bookable.Start, bookable.End);
        var range = order.SessionWishes.Count > 0 ? all : all.Intersect(calendar.Quarters);
        if (range.IsEmpty)
        {
            return null;
        }

        var view = new ReservationView(clock.GetCurrentInstant(), OwnDraft: null) { OwnSession = wanted.MovedId };
        return FreeStarts.Find(
            [producer],
            await db.ReservedTimesAsync(range, view, cancellationToken, producer.Id),
            range,
            EventShape.Of(wanted.Minutes, 0, 0),
            calendar.Days);
    }
}

/// <summary>A session for which time is looked for.</summary>
/// <param name="ProducerId">Who is to hold it.</param>
/// <param name="Minutes">Its length.</param>
/// <param name="MovedId">The session that is to be moved: its own time counts as free.</param>
public sealed record WantedSession(int ProducerId, int Minutes, Guid? MovedId);
