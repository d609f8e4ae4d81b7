using System.Data.Common;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sessions.Audit;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Revisions;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Sessions;

/// <summary>
/// Schedules, moves and cancels the sessions of orders: session, producer's time, audit trail and mails, all or nothing.
/// The key of <see cref="ProducerSlot"/> refuses whoever has been reserved meanwhile.
/// </summary>
public sealed class SessionBook
{
    private readonly PortalDbContext db;
    private readonly Kept<Roster> roster;
    private readonly WholeOrders orders;
    private readonly OrderAttentions attentions;
    private readonly CoverCheck cover;
    private readonly SessionMails mails;
    private readonly OutboxSignal outboxSignal;
    private readonly IClock clock;

    internal SessionBook(
        PortalDbContext db,
        Kept<Roster> roster,
        WholeOrders orders,
        OrderAttentions attentions,
        CoverCheck cover,
        SessionMails mails,
        OutboxSignal outboxSignal,
        IClock clock)
    {
        this.db = db;
        this.roster = roster;
        this.orders = orders;
        this.attentions = attentions;
        this.cover = cover;
        this.mails = mails;
        this.outboxSignal = outboxSignal;
        this.clock = clock;
    }

    /// <summary>Schedules a session.</summary>
    /// <param name="seen">The order as it was shown.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="time">When, and who holds it.</param>
    /// <param name="actorId">Who does it.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing has changed then.</param>
    public Task<SessionOutcome> ScheduleAsync(
        SeenSession seen, SessionKind kind, SessionTime time, Guid actorId, CancellationToken cancellationToken) =>
        ActAsync(seen, time, async (whole, now, again) =>
        {
            var session = OrderSession.Schedule(seen.OrderId, kind, time.ProducerId, time.Start, time.DurationMinutes);
            db.Add(session);
            await ReserveAsync(session, now, again);
            db.Audit(
                new SessionScheduled(session.OrderId, session.Id, session.Kind, Change.Added(SessionSnapshot.Of(session))),
                actorId,
                now);
            await mails.WriteAsync(whole, session, SessionAct.Scheduled, again);
            return SessionOutcome.Done;
        }, cancellationToken);

    /// <summary>Gives a session another time or producer.</summary>
    /// <inheritdoc cref="ScheduleAsync" />
    /// <param name="seen">Session and order as they were shown.</param>
    public Task<SessionOutcome> MoveAsync(SeenSession seen, SessionTime time, Guid actorId, CancellationToken cancellationToken) =>
        ChangeAsync(seen, time, async (whole, session, now, again) =>
        {
            var (former, before) = (SessionTime.Of(session), SessionSnapshot.Of(session));
            session.Move(time.ProducerId, time.Start, time.DurationMinutes, now);
            await ReserveAsync(session, now, again);
            var change = Change.Between(before, SessionSnapshot.Of(session));
            db.Audit(new SessionMoved(session.OrderId, session.Id, session.Kind, change), actorId, now);
            await mails.MovedAsync(whole, session, former, again);
        }, cancellationToken);

    /// <summary>Cancels a session; the order goes on.</summary>
    /// <param name="seen">Session and order as they were shown.</param>
    /// <param name="actorId">Who does it.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing has changed then.</param>
    public Task<SessionOutcome> CancelAsync(SeenSession seen, Guid actorId, CancellationToken cancellationToken) =>
        ChangeAsync(seen, time: null, async (whole, session, now, again) =>
        {
            session.Cancel(now);
            db.Audit(
                new SessionCancelled(session.OrderId, session.Id, session.Kind, Change.Removed(SessionSnapshot.Of(session))),
                actorId,
                now);
            await mails.WriteAsync(whole, session, SessionAct.Cancelled, again);
        }, cancellationToken);

    /// <summary>An act on a session that is there and has not begun. Its reservation is gone when the act is called.</summary>
    private Task<SessionOutcome> ChangeAsync(
        SeenSession seen,
        SessionTime? time,
        Func<WholeOrder, OrderSession, Instant, CancellationToken, Task> change,
        CancellationToken cancellationToken) =>
        ActAsync(seen, time, async (whole, now, again) =>
        {
            var session = await db.Set<OrderSession>().SingleOrDefaultAsync(
                item => item.Id == seen.SessionId && item.OrderId == seen.OrderId && item.Version == seen.Version && !item.IsCancelled, again);
            if (session is null)
            {
                return SessionOutcome.ChangedMeanwhile;
            }

            if (!session.CanChangeAt(now))
            {
                return SessionOutcome.Begun;
            }

            await db.Set<Reservation>().Where(item => item.SessionId == session.Id).ExecuteDeleteAsync(again);
            await change(whole, session, now, again);
            return SessionOutcome.Done;
        }, cancellationToken);

    private async Task<SessionOutcome> ActAsync(
        SeenSession seen,
        SessionTime? time,
        Func<WholeOrder, Instant, CancellationToken, Task<SessionOutcome>> act,
        CancellationToken cancellationToken)
    {
        var known = await roster.GetAsync(cancellationToken);
        var outcome = SessionOutcome.Done;
        try
        {
            var done = await db.DeskActAsync(
                async again =>
                {
                    var now = clock.GetCurrentInstant();
                    var order = await orders.Complete.SingleAsync(item => item.Id == seen.OrderId, again);
                    var whole = await orders.OfAsync(order, again);
                    outcome = order.Version != seen.OrderVersion
                        ? SessionOutcome.ChangedMeanwhile
                        : Refusal(order, time, known, now) ?? await act(whole, now, again);
                    if (outcome != SessionOutcome.Done)
                    {
                        return DeskOutcome.NotPossible;
                    }

                    await SaveAsync(whole, isLess: seen.SessionId is not null, now, again);
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
            if (time is not null && await IsTakenAsync(time, seen.SessionId, cancellationToken))
            {
                return SessionOutcome.Taken;
            }

            // Two at the same moment write the same mail, whose key refuses the second before the order's version does.
            if (await db.Set<Order>().AnyAsync(order => order.Id == seen.OrderId && order.Version != seen.OrderVersion, cancellationToken))
            {
                return SessionOutcome.ChangedMeanwhile;
            }

            throw;
        }
    }

    private static SessionOutcome? Refusal(Order order, SessionTime? time, Roster known, Instant now) =>
        order.PhaseAt(now) != OrderPhase.Coming || (time is not null && (time.Start <= now || time.End > order.Time.Start))
            ? SessionOutcome.NotPossible
            : time is not null && !known.CanWork(time.ProducerId, order.PackageId, time.Time)
                ? SessionOutcome.NotAble
                : null;

    private async Task SaveAsync(WholeOrder whole, bool isLess, Instant now, CancellationToken cancellationToken)
    {
        // An order that is cancelled at the same moment has to see this session, or this one its end.
        db.Touch(whole.Order);
        await db.SaveChangesAsync(cancellationToken);

        // Both look at what stands in the tables.
        await attentions.ReviewSessionsAsync(whole, isLess, now, cancellationToken);
        await cover.CheckOrdersAsync([whole.Order.Id], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private Task ReserveAsync(OrderSession session, Instant now, CancellationToken cancellationToken) =>
        db.ReserveAsync(Reservation.ForSession(session.ProducerId, session.Time, session.Id), now, cancellationToken);

    private async Task<bool> IsTakenAsync(SessionTime time, Guid? sessionId, CancellationToken cancellationToken)
    {
        var own = db.Set<Reservation>().Where(item => item.SessionId == sessionId && sessionId != null).Select(item => item.Id);
        var (start, end) = (time.Start, time.End);
        return await db.Set<ProducerSlot>().AnyAsync(
            slot => slot.ProducerId == time.ProducerId && slot.SlotStart >= start && slot.SlotStart < end && !own.Contains(slot.ReservationId),
            cancellationToken);
    }
}
