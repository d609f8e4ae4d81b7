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
/// Schedules, moves and cancels the sessions of orders: session, producer's time, audit trail and mails, all or
/// nothing. The key of <see cref="ProducerSlot"/> refuses whoever has been reserved meanwhile.
/// </summary>
public sealed class SessionBook
{
    private readonly PortalDbContext db;
    private readonly Cached<Roster> roster;
    private readonly OrderReader orders;
    private readonly SessionConsequences consequences;
    private readonly WaitersFirst waiters;
    private readonly OutboxSignal outboxSignal;
    private readonly IClock clock;

    internal SessionBook(
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

    /// <summary>Schedules a session.</summary>
    /// <param name="seen">The order as it was shown.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="time">When, and who holds it.</param>
    /// <param name="actorId">Who does it.</param>
    /// <param name="words">What a coordinator says to the customer with it; null for nothing.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing has changed then.</param>
    public Task<SessionOutcome> ScheduleAsync(
        SeenSession seen,
        SessionKind kind,
        SessionTime time,
        Guid actorId,
        string? words,
        CancellationToken cancellationToken) =>
        ActAsync(seen, time, words, async (whole, now, cancellationToken) =>
        {
            var session = OrderSession.Schedule(seen.OrderId, kind, time.ProducerId, time.Start, time.DurationMinutes);
            db.Add(session);
            await ReserveAsync(session, now, cancellationToken);
            await consequences.ScheduledAsync(whole, session, actorId, now, cancellationToken);
            return SessionOutcome.Done;
        }, cancellationToken);

    /// <summary>Gives a session another time or producer.</summary>
    /// <inheritdoc cref="ScheduleAsync" />
    /// <param name="seen">Session and order as they were shown.</param>
    public Task<SessionOutcome> MoveAsync(
        SeenSession seen, SessionTime time, Guid actorId, string? words, CancellationToken cancellationToken) =>
        ChangeAsync(seen, time, words, async (whole, session, now, cancellationToken) =>
        {
            var former = SessionTime.Of(session);
            session.Move(time.ProducerId, time.Start, time.DurationMinutes, now);
            await ReserveAsync(session, now, cancellationToken);
            await consequences.MovedAsync(whole, session, former, actorId, now, cancellationToken);
        }, cancellationToken);

    /// <summary>Cancels a session; the order goes on.</summary>
    /// <param name="seen">Session and order as they were shown.</param>
    /// <param name="actorId">Who does it.</param>
    /// <param name="words">What a coordinator says to the customer with it; null for nothing.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing has changed then.</param>
    public Task<SessionOutcome> CancelAsync(
        SeenSession seen, Guid actorId, string? words, CancellationToken cancellationToken) =>
        ChangeAsync(seen, time: null, words, async (whole, session, now, cancellationToken) =>
        {
            session.Cancel(now);
            await consequences.CancelledAsync(whole, session, actorId, now, cancellationToken);
        }, cancellationToken);

    /// <summary>
    /// An act on a session that is there and has not begun. Its reservation is gone when the act is called.
    /// </summary>
    private Task<SessionOutcome> ChangeAsync(
        SeenSession seen,
        SessionTime? time,
        string? words,
        Func<OrderWithRelations, OrderSession, Instant, CancellationToken, Task> change,
        CancellationToken cancellationToken) =>
        ActAsync(seen, time, words, async (whole, now, cancellationToken) =>
        {
            var session = await db.Set<OrderSession>().SingleOrDefaultAsync(
                item => item.Id == seen.SessionId
                    && item.OrderId == seen.OrderId
                    && item.Version == seen.Version
                    && !item.IsCancelled, cancellationToken);
            if (session is null)
            {
                return SessionOutcome.ChangedMeanwhile;
            }

            if (!session.CanChangeAt(now))
            {
                return SessionOutcome.Begun;
            }

            await db.Set<Reservation>()
                .Where(item => item.SessionId == session.Id)
                .ExecuteDeleteAsync(cancellationToken);
            await change(whole, session, now, cancellationToken);
            return SessionOutcome.Done;
        }, cancellationToken);

    private async Task<SessionOutcome> ActAsync(
        SeenSession seen,
        SessionTime? time,
        string? words,
        Func<OrderWithRelations, Instant, CancellationToken, Task<SessionOutcome>> act,
        CancellationToken cancellationToken)
    {
        if (time is not null)
        {
            await waiters.ServeAsync(time.Time, hostUserId: null, cancellationToken);
        }

        var known = await roster.GetAsync(cancellationToken);
        var outcome = await db.TakeKeysAsync<SessionOutcome>(
            async cancellationToken =>
            {
                var now = clock.GetCurrentInstant();
                var order = await db.Set<Order>().SingleAsync(item => item.Id == seen.OrderId, cancellationToken);
                var whole = await orders.OfAsync(order, cancellationToken) with { Words = words };
                var outcome = order.Version != seen.OrderVersion
                    ? SessionOutcome.ChangedMeanwhile
                    : Refusal(order, time, known, now) ?? await act(whole, now, cancellationToken);
                if (outcome == SessionOutcome.Done)
                {
                    await SaveAsync(whole, isLess: seen.SessionId is not null, now, cancellationToken);
                }

                return (Commit: outcome == SessionOutcome.Done, outcome);
            },
            (refusal, cancellationToken) => FindLossAsync(seen, time, refusal, cancellationToken),
            cancellationToken);
        outboxSignal.Notify();
        return outcome;
    }

    private async Task<SessionOutcome?> FindLossAsync(
        SeenSession seen, SessionTime? time, Exception refusal, CancellationToken cancellationToken)
    {
        if (refusal is DbUpdateConcurrencyException)
        {
            return SessionOutcome.ChangedMeanwhile;
        }

        var own = db.Set<Reservation>()
            .Where(item => seen.SessionId != null && item.SessionId == seen.SessionId)
            .Select(item => item.Id);
        if (time is not null && await db.IsTakenAsync(time.ProducerId, time.Time, own, cancellationToken))
        {
            return SessionOutcome.Taken;
        }

        // Two at the same moment write the same mail, whose key refuses the second before the order's version does.
        var isChanged = await db.Set<Order>()
            .AnyAsync(order => order.Id == seen.OrderId && order.Version != seen.OrderVersion, cancellationToken);
        return isChanged ? SessionOutcome.ChangedMeanwhile : null;
    }

    internal static SessionOutcome? Refusal(Order order, SessionTime? time, Roster known, Instant now) =>
        order.PhaseAt(now) != OrderPhase.Coming
            || (time is not null && (time.Start <= now || time.End > order.Time.Start))
            ? SessionOutcome.NotPossible
            : time is not null && !known.CanWork(time.ProducerId, order.PackageId, time.Time)
                ? SessionOutcome.NotAble
                : null;

    private async Task SaveAsync(
        OrderWithRelations whole, bool isLess, Instant now, CancellationToken cancellationToken)
    {
        // An order that is cancelled at the same moment has to see this session, or this one its end.
        db.Touch(whole.Order);
        await db.SaveChangesAsync(cancellationToken);

        await consequences.ReviewAsync(whole, isLess, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private Task ReserveAsync(OrderSession session, Instant now, CancellationToken cancellationToken) =>
        db.ReserveAsync(Reservation.ForSession(session.ProducerId, session.Time, session.Id), now, cancellationToken);
}
