using AssistPortal.Assist.Desk.Audit;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Desk;

/// <summary>
/// A mail that told several sessions is not sent again once one of them has changed. This tells its reader the others,
/// which are as it says.
/// </summary>
public sealed class SessionsTelling
{
    private readonly PortalDbContext db;
    private readonly OutdatedMails outdated;
    private readonly OrderReader orders;
    private readonly SessionMails mails;
    private readonly OutboxSignal signal;
    private readonly IClock clock;

    internal SessionsTelling(
        PortalDbContext db,
        OutdatedMails outdated,
        OrderReader orders,
        SessionMails mails,
        OutboxSignal signal,
        IClock clock) =>
        (this.db, this.outdated, this.orders, this.mails, this.signal, this.clock) =
            (db, outdated, orders, mails, signal, clock);

    /// <summary>Writes the mail. To ask twice is to ask once: the first one tells the sessions.</summary>
    /// <param name="mailId">The mail that no longer is true as a whole.</param>
    /// <param name="actorId">The coordinator.</param>
    /// <param name="cancellationToken">Nothing is written then.</param>
    public async Task<DeskOutcome> TellAsync(Guid mailId, Guid actorId, CancellationToken cancellationToken)
    {
        var outcome = await db.DeskActAsync(
            async cancellationToken =>
            {
                var mail = await db.Set<OutboxMail>().AsNoTracking()
                    .SingleAsync(mail => mail.Id == mailId, cancellationToken);
                if (await outdated.FindAsync(mail, cancellationToken) is not { HasUntold: true } fault
                    || !Guid.TryParse(mail.SubjectId, out var orderId)
                    || await orders.FindAsync(order => order.Id == orderId, cancellationToken) is not { } whole)
                {
                    return DeskOutcome.ChangedMeanwhile;
                }

                await mails.TellAgainAsync(whole, mail.Recipient, fault.Untold, cancellationToken);
                db.Audit(
                    new SessionsToldAgain(orderId, fault.Untold.Count), actorId, clock.GetCurrentInstant());
                await db.SaveChangesAsync(cancellationToken);
                return DeskOutcome.Done;
            },
            cancellationToken);
        signal.Notify();
        return outcome;
    }
}
