using AssistPortal.Assist.Access;
using AssistPortal.Assist.Managing.Audit;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using NodaTime;

namespace AssistPortal.Assist.Managing;

/// <summary>New links to orders, for customers who have lost theirs or whose mail somebody else has.</summary>
public sealed class AccessLinks
{
    private readonly PortalDbContext db;
    private readonly OrderAccessTokens tokens;
    private readonly OrderMails mails;
    private readonly OutboxSignal signal;
    private readonly IClock clock;

    internal AccessLinks(
        PortalDbContext db, OrderAccessTokens tokens, OrderMails mails, OutboxSignal signal, IClock clock)
    {
        this.db = db;
        this.tokens = tokens;
        this.mails = mails;
        this.signal = signal;
        this.clock = clock;
    }

    /// <summary>
    /// Mails the order's contact a new link. The former ones end at once, with what they and the search have opened.
    /// </summary>
    /// <param name="whole">The order.</param>
    /// <param name="actorId">The coordinator who sends it.</param>
    /// <param name="cancellationToken">Nothing is mailed then.</param>
    /// <returns>False when no link would open the order any more.</returns>
    public async Task<bool> SendAsync(OrderWithRelations whole, Guid actorId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (!tokens.HoldAt(whole.Order.Time, now))
        {
            return false;
        }

        await db.InTransactionAsync(
            async cancellationToken =>
            {
                await db.EndLinksAsync(whole.Order.Id, cancellationToken);
                await mails.AccessLinkAsync(whole, cancellationToken);
                db.Audit(new OrderLinkSent(whole.Order.Id), actorId, now);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        signal.Notify();
        return true;
    }
}
