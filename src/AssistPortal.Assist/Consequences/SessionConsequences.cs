using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Consequences.Audit;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sessions;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Consequences;

/// <summary>What follows an act on a session, in the act's transaction: see <see cref="OrderConsequences"/>.</summary>
internal sealed class SessionConsequences(
    PortalDbContext db, OrderAttentions attentions, CoverCheck cover, CoordinatorWords said, SessionMails mails)
{
    public async Task ScheduledAsync(
        OrderWithRelations whole, OrderSession session, Guid actorId, Instant now, CancellationToken cancellationToken)
    {
        var change = Change.Added(SessionSnapshot.Of(session));
        db.Audit(new SessionScheduled(session.OrderId, session.Id, session.Kind, change), actorId, now);
        await said.NoteAsync(whole, actorId, now, cancellationToken);
        await mails.WriteAsync(whole, session, SessionAct.Scheduled, cancellationToken);
    }

    public async Task MovedAsync(
        OrderWithRelations whole,
        OrderSession session,
        SessionTime former,
        Guid actorId,
        Instant now,
        CancellationToken cancellationToken)
    {
        var change = Change.Between(SessionSnapshot.Of(former), SessionSnapshot.Of(session));
        db.Audit(new SessionMoved(session.OrderId, session.Id, session.Kind, change), actorId, now);
        await said.NoteAsync(whole, actorId, now, cancellationToken);
        await TellMovedAsync(whole, session, former, cancellationToken);
    }

    /// <summary>Several sessions were scheduled or moved at once.</summary>
    public async Task PlannedAsync(
        OrderWithRelations whole,
        IReadOnlyList<SessionChange> changes,
        Guid actorId,
        Instant now,
        CancellationToken cancellationToken)
    {
        foreach (var (session, former) in changes)
        {
            var after = SessionSnapshot.Of(session);
            db.Audit(
                former is null
                    ? new SessionScheduled(session.OrderId, session.Id, session.Kind, Change.Added(after))
                    : new SessionMoved(
                        session.OrderId, session.Id, session.Kind, Change.Between(SessionSnapshot.Of(former), after)),
                actorId,
                now);
        }

        await said.NoteAsync(whole, actorId, now, cancellationToken);
        await mails.PlannedAsync(whole, changes, cancellationToken);
    }

    public async Task CancelledAsync(
        OrderWithRelations whole, OrderSession session, Guid actorId, Instant now, CancellationToken cancellationToken)
    {
        var change = Change.Removed(SessionSnapshot.Of(session));
        db.Audit(new SessionCancelled(session.OrderId, session.Id, session.Kind, change), actorId, now);
        await said.NoteAsync(whole, actorId, now, cancellationToken);
        await mails.WriteAsync(whole, session, SessionAct.Cancelled, cancellationToken);
    }

    public Task TellMovedAsync(
        OrderWithRelations whole, OrderSession session, SessionTime former, CancellationToken cancellationToken) =>
        mails.MovedAsync(whole, session, former, cancellationToken);

    /// <summary>
    /// What is owed, misplaced or without cover by now: looked up in the tables, where the act has to be saved.
    /// </summary>
    /// <param name="whole">The order.</param>
    /// <param name="isLess">Whether less may be scheduled than before.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the act.</param>
    public async Task ReviewAsync(
        OrderWithRelations whole, bool isLess, Instant now, CancellationToken cancellationToken)
    {
        await attentions.ReviewSessionsAsync(whole, isLess, now, cancellationToken);
        await cover.CheckOrdersAsync([whole.Order.Id], cancellationToken);
    }

    /// <summary>
    /// Coming planning calls, consultations and rehearsals end with their order; those that were held stay as they are.
    /// </summary>
    public async Task EndAsync(OrderWithRelations whole, Instant now, CancellationToken cancellationToken)
    {
        var coming = await db.Set<OrderSession>()
            .Where(session => session.OrderId == whole.Order.Id && !session.IsCancelled && session.Start > now)
            .OrderBy(session => session.Start)
            .ToListAsync(cancellationToken);
        List<Guid?> ids = [.. coming.Select(session => session.Id)];
        await db.Set<Reservation>().Where(item => ids.Contains(item.SessionId)).ExecuteDeleteAsync(cancellationToken);
        foreach (var session in coming)
        {
            session.Cancel(now);
        }

        await mails.EndAsync(whole, coming, cancellationToken);
    }
}
