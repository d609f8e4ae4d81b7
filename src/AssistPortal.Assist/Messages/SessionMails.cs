using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sessions;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.Messages;

/// <summary>Who gets which mail when something happens to a session. Saving is left to the caller.</summary>
public sealed class SessionMails(PortalDbContext db, Outbox outbox, ProducerMails producers, SessionMail mail)
{
    /// <summary>Tells the customer and the session's producer.</summary>
    public async Task WriteAsync(WholeOrder whole, OrderSession session, SessionAct act, CancellationToken cancellationToken)
    {
        var held = await HeldAsync(whole, session, cancellationToken);
        var count = await CountAsync(whole, act, cancellationToken);
        var thread = await outbox.FindThreadAsync(whole.Order.Id.ToString(), whole.Order.Contact.Email, cancellationToken);
        outbox.Write(mail.ForCustomer(held, session, act, count, thread));
        outbox.Write(mail.ForProducer(held, session, act, count, await producers.OfSessionAsync(held, session, cancellationToken)));
    }

    /// <summary>Tells the session's producer alone that it goes, before somebody else gets it.</summary>
    public async Task ReleaseAsync(WholeOrder whole, OrderSession session, CancellationToken cancellationToken)
    {
        var held = await HeldAsync(whole, session, cancellationToken);
        var count = await CountAsync(whole, SessionAct.Cancelled, cancellationToken);
        outbox.Write(mail.ForProducer(
            held, session, SessionAct.Cancelled, count, await producers.OfSessionAsync(held, session, cancellationToken)));
    }

    /// <summary>The order is cancelled: tells of each session that ends with it.</summary>
    public async Task EndAsync(WholeOrder whole, IReadOnlyList<OrderSession> sessions, CancellationToken cancellationToken)
    {
        foreach (var session in sessions)
        {
            await WriteAsync(whole, session, SessionAct.Cancelled, cancellationToken);
        }
    }

    private async Task<WholeOrder> HeldAsync(WholeOrder whole, OrderSession session, CancellationToken cancellationToken) => whole with
    {
        Producer = await db.Set<Producer>().AsNoTracking().SingleAsync(producer => producer.Id == session.ProducerId, cancellationToken),
    };

    /// <summary>Mails of the same kind about the order, those that are not saved yet too.</summary>
    private async Task<int> CountAsync(WholeOrder whole, SessionAct act, CancellationToken cancellationToken)
    {
        var (orderId, cause) = (whole.Order.Id.ToString(), SessionMail.CauseOf(act));
        return await db.Set<OutboxMail>().CountAsync(mail => mail.SubjectId == orderId && mail.Cause == cause, cancellationToken)
            + db.Set<OutboxMail>().Local.Count(mail => mail.SubjectId == orderId && mail.Cause == cause);
    }
}
