using AssistPortal.Assist.Access;
using AssistPortal.Assist.Managing.Audit;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using AssistPortal.Data.Limits;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Managing;

/// <summary>
/// Mails the links that were asked for. Any number of servers may do so at once: each request goes in the transaction
/// that writes its mail.
/// </summary>
internal sealed class RequestedLinks(
    PortalDbContext db, AttemptLimits limits, Outbox outbox, OrderLinksMail message, OutboxSignal signal, IClock clock)
{
    /// <summary>Such mails to one e-mail in <see cref="AttemptLimits.Window"/>, whoever asks for them.</summary>
    public const int MostMails = 5;

    private const int Size = 50;

    /// <returns>How many requests were waiting.</returns>
    public async Task<int> MailAsync(CancellationToken cancellationToken)
    {
        var waiting = await db.Set<LinkRequest>().AsNoTracking()
            .OrderBy(request => request.AskedAt)
            .Take(Size)
            .ToListAsync(cancellationToken);
        foreach (var request in waiting)
        {
            await db.InTransactionAsync(
                cancellationToken => MailAsync(request, cancellationToken), cancellationToken);
        }

        if (waiting.Count > 0)
        {
            signal.Notify();
        }

        return waiting.Count;
    }

    private async Task MailAsync(LinkRequest request, CancellationToken cancellationToken)
    {
        if (await db.Set<LinkRequest>().Where(item => item.Id == request.Id).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return;
        }

        var orders = await ComingOfAsync(request.Email, cancellationToken);
        var limit = new AttemptLimit("links mailed", request.Email.ToUpperInvariant(), MostMails);
        if (orders.Count == 0 || (await limits.CountAsync([limit], cancellationToken)).Wait is not null)
        {
            return;
        }

        outbox.Write(message.For(request.Id, orders));
        var now = clock.GetCurrentInstant();
        orders.ForEach(order => db.Audit(new OrderLinksMailed(order.Id), AuditActor.Portal, now));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Orders of the contact whose event has not ended, the next one first.</summary>
    private async Task<List<Order>> ComingOfAsync(string email, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var earliest = now - Duration.FromMinutes(EventTime.MaximumMinutes);
        var upper = email.ToUpperInvariant();
        var orders = await db.Set<Order>().AsNoTracking()
            .Where(order => order.State == OrderState.Placed
                && order.Time.Start > earliest
                && order.Contact.Email.ToUpper() == upper)
            .OrderBy(order => order.Time.Start)
            .ThenBy(order => order.Id)
            .ToListAsync(cancellationToken);
        return orders.FindAll(order => order.Time.End > now);
    }
}
