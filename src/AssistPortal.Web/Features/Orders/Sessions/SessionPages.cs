using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sessions;
using AssistPortal.Data;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Orders.Sessions;

/// <summary>What the page of an order's sessions shows.</summary>
public sealed class SessionPages(PortalDbContext db, SessionOverviews overviews, SessionFreeTimes times, IClock clock)
{
    /// <summary>The list of an order's sessions, with what can be done to each.</summary>
    public async Task<SessionTable> TableAsync(
        OrderWithRelations whole, SessionActor actor, CancellationToken cancellationToken) =>
        new(whole, await overviews.OfAsync(whole, cancellationToken), actor, clock.GetCurrentInstant());

    /// <summary>The form of a new session as it begins.</summary>
    /// <param name="table">The sessions that are there.</param>
    /// <param name="kind">The kind that was chosen; null for the first that somebody waits for.</param>
    public static SessionInput New(SessionTable table, SessionKind? kind)
    {
        var owed = table.Overview.Needs.FirstOrDefault(need => need.IsOwed && need.Kind == (kind ?? need.Kind));
        var wanted = kind ?? owed?.Kind ?? SessionKind.PlanningCall;
        var missing = owed is { OrderedMinutes: > 0 } ? owed.OrderedMinutes - owed.ScheduledMinutes : int.MaxValue;
        return new SessionInput
        {
            OrderVersion = $"{table.Whole.Order.Version}",
            Kind = $"{wanted}",
            ProducerId = $"{table.Actor.ProducerId ?? table.Whole.Order.ProducerId}",
            DurationMinutes = $"{Math.Min(missing, SessionNeed.LongestMinutes(wanted))}",
        };
    }

    /// <summary>The form in which a session is moved, as it begins.</summary>
    public static SessionInput Of(SessionTable table, OrderSession session)
    {
        var input = new SessionInput
        {
            OrderVersion = $"{table.Whole.Order.Version}",
            SessionId = $"{session.Id}",
            Version = $"{session.Version}",
            Kind = $"{session.Kind}",
            ProducerId = $"{session.ProducerId}",
            DurationMinutes = $"{session.DurationMinutes}",
        };
        input.SetStart(session.Start.InZone(table.Zone));
        return input;
    }

    /// <summary>Fills in what an address names: who, how long and when.</summary>
    public static void Choose(SessionTable table, SessionInput input, string? producer, string? minutes, string? start)
    {
        input.ProducerId = Tolerant.Number(producer) is { } holder && table.Actor.ProducerId is null
            ? $"{holder}"
            : input.ProducerId;
        input.DurationMinutes = Tolerant.Number(minutes) is { } length ? $"{length}" : input.DurationMinutes;
        if (Tolerant.DateAndTime(start) is { } picked)
        {
            (input.StartDate, input.StartTime) =
                (FieldPatterns.Date.Format(picked.Date), FieldPatterns.Time.Format(picked.TimeOfDay));
        }
    }

    /// <summary>What was typed, made good for the order as it is now.</summary>
    public static void Renew(SessionTable table, SessionInput input)
    {
        var session = Guid.TryParse(input.SessionId, out var id) ? table.Changeable(id) : null;
        (input.OrderVersion, input.SessionId, input.Version) =
            ($"{table.Whole.Order.Version}", session is null
                ? null
                : $"{session.Id}", session is null ? null : $"{session.Version}");
    }

    /// <param name="table">The sessions that are there.</param>
    /// <param name="input">What was typed.</param>
    /// <param name="from">A day of the month whose free times are shown; null shows that of the typed date.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    /// <param name="line">Its place among several sessions of a page, from 0.</param>
    public async Task<SessionsPage> OfAsync(
        SessionTable table,
        SessionInput input,
        LocalDate? from,
        CancellationToken cancellationToken,
        int? line = null)
    {
        var (order, fixedId) = (table.Whole.Order, table.Actor.ProducerId);
        var (packageId, producerId) = (order.PackageId, order.ProducerId);
        var minutes = Tolerant.Number(input.DurationMinutes) is { } typed && typed is > 0 and <= 60 && typed % 15 == 0
            ? typed
            : 60;
        var producers = await db.Set<Producer>().AsNoTracking()
            .Where(producer => fixedId == null
                ? producer.Id == producerId
                    || (producer.IsActive && producer.Qualifications.Any(item => item.PackageId == packageId))
                : producer.Id == fixedId)
            .OrderByDescending(producer => producer.Id == producerId)
            .ThenBy(producer => producer.Name)
            .ToListAsync(cancellationToken);
        var holder = producers.Find(producer => producer.Id == Tolerant.Number(input.ProducerId)) ?? producers[0];
        var wanted = new WantedSession(
            holder.Id, minutes, Guid.TryParse(input.SessionId, out var id) ? id : null);
        var frame = new FreeTimesFrame(
            line is { } place ? $"free-times?line={place}" : "sessions/free-times",
            table.Zone,
            minutes,
            times.Bookable(order),
            SearchAsync) { Line = line };
        IReadOnlyList<Instant> wished = [];
        var strip = await MonthStrips.OfAsync(frame, input, from, cancellationToken);
        return new SessionsPage(
            table,
            input,
            producers,
            holder,
            strip,
            wished,
            input.Doubled(table.Zone),
            HasChanged: false);

        async Task<FreeTimes> SearchAsync(LocalDate first, int days, CancellationToken cancellation)
        {
            (var free, wished) = await times.FindAsync(order, wanted, first, days, cancellation);
            return free;
        }
    }
}
