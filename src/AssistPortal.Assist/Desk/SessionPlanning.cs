using AssistPortal.Assist.Consequences;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sessions;
using AssistPortal.Assist.Waiting;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Data.Revisions;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Desk;

/// <summary>
/// Schedules and moves several sessions of an order at once: all of them or none, with one mail to each reader. See
/// <see cref="SessionBook"/> for one.
/// </summary>
public sealed class SessionPlanning
{
    private readonly PortalDbContext db;
    private readonly Cached<Roster> roster;
    private readonly OrderReader orders;
    private readonly SessionConsequences consequences;
    private readonly WaitersFirst waiters;
    private readonly OutboxSignal outboxSignal;
    private readonly IClock clock;

    internal SessionPlanning(
        PortalDbContext db,
        Cached<Roster> roster,
        OrderReader orders,
        SessionConsequences consequences,
        WaitersFirst waiters,
        OutboxSignal outboxSignal,
        IClock clock)
    {
        this.db = db;
        this.roster = roster;
        this.orders = orders;
        this.consequences = consequences;
        this.waiters = waiters;
        this.outboxSignal = outboxSignal;
        this.clock = clock;
    }

    /// <param name="seen">The order as it was shown.</param>
    /// <param name="plan">The sessions that get a time, at least one.</param>
    /// <param name="actorId">Who does it.</param>
    /// <param name="words">What a coordinator says to the customer with it; null for nothing.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing has changed then.</param>
    public async Task<SessionPlanResult> SaveAsync(
        SeenSession seen,
        IReadOnlyList<PlannedSession> plan,
        Guid actorId,
        string? words,
        CancellationToken cancellationToken)
    {
        foreach (var line in plan)
        {
            await waiters.ServeAsync(line.Time.Time, hostUserId: null, cancellationToken);
        }

        var known = await roster.GetAsync(cancellationToken);
        var result = await db.TakeKeysAsync<SessionPlanResult>(
            async cancellationToken =>
            {
                var result = await TryAsync(seen, plan, known, actorId, words, cancellationToken);
                return (Commit: result.Outcome == SessionOutcome.Done, result);
            },
            (refusal, cancellationToken) => FindLossAsync(seen, plan, known, refusal, cancellationToken),
            cancellationToken);
        outboxSignal.Notify();
        return result;
    }

    private async Task<SessionPlanResult> TryAsync(
        SeenSession seen,
        IReadOnlyList<PlannedSession> plan,
        Roster known,
        Guid actorId,
        string? words,
        CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var order = await db.Set<Order>().SingleAsync(item => item.Id == seen.OrderId, cancellationToken);
        var sessions = await SessionsOf(order).ToListAsync(cancellationToken);
        if (order.Version != seen.OrderVersion
            || plan.Select(line => line.SessionId).OfType<Guid>().GroupBy(id => id).Any(group => group.Skip(1).Any())
            || plan.Any(line => line.SessionId is { } id
                && !sessions.Exists(session => session.Id == id && session.Version == line.Version)))
        {
            return SessionPlanResult.Changed;
        }

        var lines = await RefusalsAsync(order, plan, sessions, known, now, cancellationToken);
        if (SessionPlanResult.Refusing(lines) is { } refused)
        {
            return refused;
        }

        var whole = await orders.OfAsync(order, cancellationToken) with { Words = words };
        var changes = await ReserveAsync(order, plan, sessions, now, cancellationToken);
        await consequences.PlannedAsync(whole, changes, actorId, now, cancellationToken);

        // An order that is cancelled at the same moment has to see these sessions, or they its end.
        db.Touch(order);
        await db.SaveChangesAsync(cancellationToken);
        var isLess = changes.Any(change => change.Former is not null);
        await consequences.ReviewAsync(whole, isLess, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return SessionPlanResult.Done;
    }

    private async Task<List<SessionChange>> ReserveAsync(
        Order order,
        IReadOnlyList<PlannedSession> plan,
        List<OrderSession> sessions,
        Instant now,
        CancellationToken cancellationToken)
    {
        // All former times go first: one session may take what another leaves.
        var moved = Moved(plan);
        await db.Set<Reservation>()
            .Where(item => moved.Contains(item.SessionId))
            .ExecuteDeleteAsync(cancellationToken);
        List<SessionChange> changes = [];
        foreach (var (kind, time, id, _) in plan.OrderBy(line => line.Time.Start))
        {
            var session = sessions.Find(item => item.Id == id);
            var former = session is null ? null : SessionTime.Of(session);
            if (session is null)
            {
                session = OrderSession.Schedule(order.Id, kind, time.ProducerId, time.Start, time.DurationMinutes);
                db.Add(session);
            }
            else
            {
                session.Move(time.ProducerId, time.Start, time.DurationMinutes, now);
            }

            var reservation = Reservation.ForSession(session.ProducerId, session.Time, session.Id);
            await db.ReserveAsync(reservation, now, cancellationToken);
            changes.Add(new SessionChange(session, former));
        }

        return changes;
    }

    private async Task<SessionOutcome?[]> RefusalsAsync(
        Order order,
        IReadOnlyList<PlannedSession> plan,
        List<OrderSession> sessions,
        Roster known,
        Instant now,
        CancellationToken cancellationToken)
    {
        var moved = Moved(plan);
        var staying = sessions.Where(session => !moved.Contains(session.Id)).Select(session => session.Time).ToList();
        var refusals = new SessionOutcome?[plan.Count];
        foreach (var (place, line) in plan.Index())
        {
            var others = plan.Where((_, other) => other != place).Select(other => other.Time.Time).Concat(staying);
            refusals[place] =
                sessions.Find(session => session.Id == line.SessionId) is { } session && !session.CanChangeAt(now)
                    ? SessionOutcome.Begun
                : SessionBook.Refusal(order, line.Time, known, now) is { } refusal ? refusal
                : others.Any(other => other.Start < line.Time.End && line.Time.Start < other.End)
                    ? SessionOutcome.Clash
                : await IsTakenAsync(line.Time, moved, now, cancellationToken) ? SessionOutcome.Taken
                : null;
        }

        return refusals;
    }

    private Task<bool> IsTakenAsync(
        SessionTime time, Guid?[] moved, Instant now, CancellationToken cancellationToken)
    {
        var (producerId, start, end) = (time.ProducerId, time.Start, time.End);
        var earliest = start - Reservation.Longest;
        return db.Set<Reservation>()
            .Where(item => item.ProducerId == producerId && (item.HoldUntil == null || item.HoldUntil > now))
            .Where(item => item.SessionId == null || !moved.Contains(item.SessionId))
            .AnyAsync(
                item => item.Start > earliest && item.Start < end && item.End > start, cancellationToken);
    }

    private async Task<SessionPlanResult?> FindLossAsync(
        SeenSession seen,
        IReadOnlyList<PlannedSession> plan,
        Roster known,
        Exception refusal,
        CancellationToken cancellationToken)
    {
        var order = await db.Set<Order>().SingleAsync(item => item.Id == seen.OrderId, cancellationToken);
        if (refusal is DbUpdateConcurrencyException || order.Version != seen.OrderVersion)
        {
            return SessionPlanResult.Changed;
        }

        var sessions = await SessionsOf(order).ToListAsync(cancellationToken);
        return SessionPlanResult.Refusing(await RefusalsAsync(
            order, plan, sessions, known, clock.GetCurrentInstant(), cancellationToken));
    }

    private IQueryable<OrderSession> SessionsOf(Order order) =>
        db.Set<OrderSession>().Where(session => session.OrderId == order.Id && !session.IsCancelled);

    private static Guid?[] Moved(IReadOnlyList<PlannedSession> plan) =>
        [.. plan.Select(line => line.SessionId).Where(id => id is not null)];
}
