using System.Data.Common;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Managing;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Sessions;

/// <summary>
/// Schedules, moves and cancels the sessions of orders: session, producer's time, audit trail and mails, all or nothing.
/// The key of <see cref="ProducerSlot"/> refuses whoever has been reserved meanwhile.
/// </summary>
public sealed class SessionBook(
    PortalDbContext db, WholeOrders orders, OrderAttentions attentions, SessionMails mails, OutboxSignal outboxSignal, IClock clock)
{
    /// <summary>Schedules a session.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="time">When, and who holds it.</param>
    /// <param name="actorId">Who does it.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing has changed then.</param>
    public Task<SessionOutcome> ScheduleAsync(
        Guid orderId, SessionKind kind, SessionTime time, Guid actorId, CancellationToken cancellationToken) =>
        ActAsync(orderId, time, sessionId: null, async (order, again) =>
        {
            var session = OrderSession.Schedule(orderId, kind, time.ProducerId, time.Start, time.DurationMinutes);
            db.Add(session);
            await ReserveAsync(session, again);
            db.Add(Entry("session.scheduled", session, actorId, before: null));
            await SettleAsync(order, session, again);
            await mails.WriteAsync(await orders.OfAsync(order, again), session, SessionAct.Scheduled, again);
            return SessionOutcome.Done;
        }, cancellationToken);

    /// <summary>Gives a session another time or producer.</summary>
    /// <inheritdoc cref="ScheduleAsync" />
    /// <param name="seen">The session as it was shown.</param>
    public Task<SessionOutcome> MoveAsync(SeenSession seen, SessionTime time, Guid actorId, CancellationToken cancellationToken) =>
        ActAsync(seen.OrderId, time, seen.SessionId, async (order, again) =>
        {
            if (await FindAsync(seen, again) is not { } session)
            {
                return SessionOutcome.ChangedMeanwhile;
            }

            var before = new { start = $"{session.Start}", session.DurationMinutes, session.ProducerId };
            var whole = await orders.OfAsync(order, again);
            if (session.ProducerId != time.ProducerId)
            {
                await mails.ReleaseAsync(whole, session, again);
            }

            await FreeAsync(session.Id, again);
            session.Move(time.ProducerId, time.Start, time.DurationMinutes);
            await ReserveAsync(session, again);
            db.Add(Entry("session.moved", session, actorId, before));
            await SettleAsync(order, session, again);
            await mails.WriteAsync(whole, session, SessionAct.Moved, again);
            return SessionOutcome.Done;
        }, cancellationToken);

    /// <summary>Cancels a session; the order goes on.</summary>
    /// <param name="seen">The session as it was shown.</param>
    /// <param name="actorId">Who does it.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing has changed then.</param>
    public Task<SessionOutcome> CancelAsync(SeenSession seen, Guid actorId, CancellationToken cancellationToken) =>
        ActAsync(seen.OrderId, time: null, seen.SessionId, async (order, again) =>
        {
            if (await FindAsync(seen, again) is not { } session)
            {
                return SessionOutcome.ChangedMeanwhile;
            }

            await FreeAsync(session.Id, again);
            session.Cancel();
            db.Add(Entry("session.cancelled", session, actorId, new { start = $"{session.Start}", session.ProducerId }));
            await mails.WriteAsync(await orders.OfAsync(order, again), session, SessionAct.Cancelled, again);
            return SessionOutcome.Done;
        }, cancellationToken);

    private async Task<SessionOutcome> ActAsync(
        Guid orderId,
        SessionTime? time,
        Guid? sessionId,
        Func<Order, CancellationToken, Task<SessionOutcome>> act,
        CancellationToken cancellationToken)
    {
        var outcome = SessionOutcome.Done;
        try
        {
            var done = await db.DeskActAsync(
                async again =>
                {
                    var now = clock.GetCurrentInstant();
                    var order = await orders.Complete.SingleAsync(item => item.Id == orderId, again);
                    outcome = order.PhaseAt(now) != OrderPhase.Coming || time is { } wanted && (wanted.Start <= now || wanted.End > order.Time.Start)
                        ? SessionOutcome.NotPossible
                        : await act(order, again);
                    if (outcome != SessionOutcome.Done)
                    {
                        return DeskOutcome.NotPossible;
                    }

                    // An order that is cancelled at the same moment has to see this session, or this one its end.
                    db.Entry(order).State = EntityState.Modified;
                    await db.SaveChangesAsync(again);
                    return DeskOutcome.Done;
                },
                cancellationToken);
            outboxSignal.Notify();
            return done == DeskOutcome.ChangedMeanwhile ? SessionOutcome.ChangedMeanwhile : outcome;
        }
        catch (Exception exception) when (exception is DbUpdateException or DbException)
        {
            // Databases tell a taken key each in its own way; what stands in the table is the same on all of them.
            db.ChangeTracker.Clear();
            if (time is null || !await IsTakenAsync(time, sessionId, cancellationToken))
            {
                throw;
            }

            return SessionOutcome.Taken;
        }
    }

    private Task<OrderSession?> FindAsync(SeenSession seen, CancellationToken cancellationToken) =>
        db.Set<OrderSession>().SingleOrDefaultAsync(
            session => session.Id == seen.SessionId && session.OrderId == seen.OrderId
                && session.Version == seen.Version && !session.IsCancelled,
            cancellationToken);

    private async Task ReserveAsync(OrderSession session, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var (earliest, start, end) = (session.Start - Reservation.Longest, session.Start, session.End);
        await db.Set<Reservation>()
            .Where(item => item.ProducerId == session.ProducerId && item.HoldUntil <= now)
            .Where(item => item.Start > earliest && item.Start < end && item.End > start)
            .ExecuteDeleteAsync(cancellationToken);
        db.Add(Reservation.ForSession(session.ProducerId, session.Time, session.Id));
    }

    private Task FreeAsync(Guid sessionId, CancellationToken cancellationToken) =>
        db.Set<Reservation>().Where(item => item.SessionId == sessionId).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Nobody has to look after the order's sessions once each ordered one is scheduled.</summary>
    private async Task SettleAsync(Order order, OrderSession latest, CancellationToken cancellationToken)
    {
        var scheduled = await db.Set<OrderSession>()
            .Where(session => session.OrderId == order.Id && !session.IsCancelled && session.Id != latest.Id)
            .Select(session => new { session.Kind, session.Start })
            .ToListAsync(cancellationToken);
        if (OwedSessions.Of(order).All(kind => kind == latest.Kind || scheduled.Exists(session => session.Kind == kind))
            && scheduled.TrueForAll(session => session.Start < order.Time.Start))
        {
            await attentions.SettleAsync(order.Id, AttentionReason.Session, cancellationToken);
        }
    }

    private async Task<bool> IsTakenAsync(SessionTime time, Guid? sessionId, CancellationToken cancellationToken)
    {
        var own = db.Set<Reservation>().Where(item => item.SessionId == sessionId && sessionId != null).Select(item => item.Id);
        var (start, end) = (time.Start, time.End);
        return await db.Set<ProducerSlot>().AnyAsync(
            slot => slot.ProducerId == time.ProducerId && slot.SlotStart >= start && slot.SlotStart < end && !own.Contains(slot.ReservationId),
            cancellationToken);
    }

    private Data.Audit.AuditEntry Entry(string action, OrderSession session, Guid actorId, object? before) =>
        OrderVisitor.Host(actorId).Does(action, session.OrderId, clock.GetCurrentInstant(), new
        {
            session = $"{session.Kind}",
            sessionId = session.Id,
            before,
            after = new { start = $"{session.Start}", session.DurationMinutes, session.ProducerId, session.IsCancelled },
        });
}

/// <summary>When a session is to be, and who holds it.</summary>
/// <param name="ProducerId">The producer.</param>
/// <param name="Start">On the grid of quarter-hours.</param>
/// <param name="DurationMinutes">A multiple of 15.</param>
public sealed record SessionTime(int ProducerId, Instant Start, int DurationMinutes)
{
    public Instant End => Start + Duration.FromMinutes(DurationMinutes);
}

/// <summary>A session as a page showed it.</summary>
public sealed record SeenSession(Guid OrderId, Guid SessionId, int Version);

/// <summary>What became of an act on a session.</summary>
public enum SessionOutcome
{
    Done,

    /// <summary>The producer is reserved for something else then.</summary>
    Taken,

    /// <summary>The order is over or cancelled, or the time does not lie between now and the event.</summary>
    NotPossible,

    /// <summary>Somebody else has changed the session or its order since it was shown.</summary>
    ChangedMeanwhile,
}
