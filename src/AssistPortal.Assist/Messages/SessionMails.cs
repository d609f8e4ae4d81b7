using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sessions;
using AssistPortal.Data;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.Messages;

/// <summary>Who gets which mail when something happens to a session. Saving is left to the caller.</summary>
internal sealed class SessionMails(
    PortalDbContext db,
    Outbox outbox,
    ProducerMails producers,
    SessionMail mail,
    SessionSwapMail swap,
    SessionPlanMail plan)
{
    /// <summary>Tells the customer and the session's producer.</summary>
    public async Task WriteAsync(
        OrderWithRelations whole, OrderSession session, SessionAct act, CancellationToken cancellationToken)
    {
        var held = await HeldAsync(whole, session, cancellationToken);
        var count = await CountAsync(whole, SessionMail.Cause, cancellationToken);
        outbox.Write(mail.ForCustomer(held, session, act, count, await ThreadAsync(whole, cancellationToken)));
        outbox.Write(mail.ForProducer(
            held, session, act, count, await producers.OfSessionAsync(held, session, cancellationToken)));
    }

    /// <summary>
    /// The session has another time, another producer, or both: tells the customer and whoever holds or held it.
    /// </summary>
    /// <param name="whole">The order.</param>
    /// <param name="session">The session as it is now.</param>
    /// <param name="former">When it was, and who held it.</param>
    /// <param name="cancellationToken">Nothing is written then.</param>
    public async Task MovedAsync(
        OrderWithRelations whole, OrderSession session, SessionTime former, CancellationToken cancellationToken)
    {
        if (former.ProducerId == session.ProducerId)
        {
            await WriteAsync(whole, session, SessionAct.Moved, cancellationToken);
            return;
        }

        var held = await HeldAsync(whole, session, cancellationToken);
        var count = await CountAsync(whole, SessionSwapMail.Cause, cancellationToken);
        var thread = await ThreadAsync(whole, cancellationToken);
        outbox.Write(former.Start == session.Start && former.End == session.End
            ? swap.ForCustomer(held, session, count, thread)
            : mail.ForCustomer(
                held,
                session,
                SessionAct.Moved,
                await CountAsync(whole, SessionMail.Cause, cancellationToken),
                thread));
        await producers.SessionProducerChangedAsync(held, session, former, count, cancellationToken);
    }

    /// <summary>
    /// Several sessions have got their times at once: one mail to the customer and to each producer who holds or held
    /// one of them. A single one is told as it always is.
    /// </summary>
    public async Task PlannedAsync(
        OrderWithRelations whole, IReadOnlyList<SessionChange> changes, CancellationToken cancellationToken)
    {
        if (changes is [var (session, former)])
        {
            await (former is null
                ? WriteAsync(whole, session, SessionAct.Scheduled, cancellationToken)
                : MovedAsync(whole, session, former, cancellationToken));
            return;
        }

        int[] ids = [.. changes.SelectMany(ProducersOf).Distinct()];
        var holders = await db.Set<Producer>().AsNoTracking()
            .Where(producer => ids.Contains(producer.Id))
            .ToDictionaryAsync(producer => producer.Id, cancellationToken);
        var count = await CountAsync(whole, SessionPlanMail.Cause, cancellationToken);
        outbox.Write(plan.ForCustomer(
            whole, changes, holders, count, await ThreadAsync(whole, cancellationToken)));
        foreach (var (place, id) in ids.Index())
        {
            List<SessionChange> concerned = [.. changes.Where(change => ProducersOf(change).Contains(id))];
            var addressee = await producers.OfSessionsAsync(whole, holders[id], concerned, cancellationToken);

            // Two producers may have one address.
            outbox.Write(plan.ForProducer(whole, concerned, count + place, addressee));
        }
    }

    /// <summary>Tells a reader anew of sessions that are as a former mail has told.</summary>
    /// <param name="whole">The order.</param>
    /// <param name="recipient">Whom that mail was written to.</param>
    /// <param name="entries">The calendar entries of that mail that hold, of the order's sessions; not none.</param>
    /// <param name="cancellationToken">Nothing is written then.</param>
    public async Task TellAgainAsync(
        OrderWithRelations whole,
        string recipient,
        IReadOnlyList<CalendarFacts> entries,
        CancellationToken cancellationToken)
    {
        var sessions = (await db.Set<OrderSession>()
            .Where(session => session.OrderId == whole.Order.Id)
            .ToListAsync(cancellationToken))
            .SelectMany(session => new[]
            {
                (Uid: session.CalendarUid, Session: session), (Uid: session.ProducerCalendarUid, Session: session),
            })
            .ToDictionary(pair => pair.Uid, pair => pair.Session);
        var holders = await db.Set<Producer>().AsNoTracking()
            .Where(producer => producer.Email == recipient
                || db.Set<OrderSession>().Any(
                    session => session.OrderId == whole.Order.Id && session.ProducerId == producer.Id))
            .ToDictionaryAsync(producer => producer.Id, cancellationToken);
        List<(OrderSession Session, CalendarFacts Entry)> told =
            [.. entries.Select(entry => (sessions[entry.Uid], entry)).OrderBy(pair => pair.Item1.Start)];
        var count = await CountAsync(whole, SessionPlanMail.Cause, cancellationToken);
        if (told.TrueForAll(pair => pair.Entry.Uid == pair.Session.CalendarUid))
        {
            outbox.Write(plan.ForCustomer(
                whole,
                [.. told.Select(pair => new SessionChange(pair.Session, Former: null))],
                holders,
                count,
                await ThreadAsync(whole, cancellationToken)));
            return;
        }

        var reader = told.Where(pair => pair.Entry.Method == CalendarMethod.Request)
            .Select(pair => holders[pair.Session.ProducerId])
            .FirstOrDefault() ?? holders.Values.First(producer => producer.Email == recipient);
        List<SessionChange> changes = [.. told.Select(pair => new SessionChange(
            pair.Session,
            pair.Entry.Method == CalendarMethod.Request
                ? null
                : new SessionTime(
                    reader.Id,
                    pair.Entry.Start,
                    (int)(pair.Entry.End - pair.Entry.Start).TotalMinutes)))];
        outbox.Write(plan.ForProducer(
            whole,
            changes,
            count,
            await producers.OfSessionsAsync(whole, reader, changes, cancellationToken)));
    }

    /// <summary>The order is cancelled: tells of each session that ends with it.</summary>
    public async Task EndAsync(
        OrderWithRelations whole, IReadOnlyList<OrderSession> sessions, CancellationToken cancellationToken)
    {
        foreach (var session in sessions)
        {
            await WriteAsync(whole, session, SessionAct.Cancelled, cancellationToken);
        }
    }

    private static IEnumerable<int> ProducersOf(SessionChange change) =>
        change.Former is { } former && former.ProducerId != change.Session.ProducerId
            ? [change.Session.ProducerId, former.ProducerId]
            : [change.Session.ProducerId];

    private async Task<OrderWithRelations> HeldAsync(
        OrderWithRelations whole, OrderSession session, CancellationToken cancellationToken) => whole with
    {
        Producer = await db.Set<Producer>()
            .AsNoTracking()
            .SingleAsync(producer => producer.Id == session.ProducerId, cancellationToken),
    };

    private Task<string?> ThreadAsync(OrderWithRelations whole, CancellationToken cancellationToken) =>
        outbox.FindThreadAsync(whole.Order.Id.ToString(), whole.Order.Contact.Email, cancellationToken);

    /// <summary>Mails about the order's sessions with such causes, those that are not saved yet too.</summary>
    private async Task<int> CountAsync(OrderWithRelations whole, string cause, CancellationToken cancellationToken)
    {
        var orderId = whole.Order.Id.ToString();
        return await db.Set<OutboxMail>().CountAsync(
                mail => mail.SubjectId == orderId && EF.Functions.Like(mail.Cause, cause + "%"), cancellationToken)
            + db.ChangeTracker.Entries<OutboxMail>().Count(entry => entry.State == EntityState.Added
                && entry.Entity.SubjectId == orderId && entry.Entity.Cause.StartsWith(cause, StringComparison.Ordinal));
    }
}
