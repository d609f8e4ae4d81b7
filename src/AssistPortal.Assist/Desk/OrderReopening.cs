using AssistPortal.Assist.Consequences;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Desk;

/// <summary>Reopens orders that were completed too early or by mistake. That takes the invoice back.</summary>
public sealed class OrderReopening
{
    private readonly PortalDbContext db;
    private readonly OrderConsequences consequences;
    private readonly OutboxSignal outboxSignal;
    private readonly IClock clock;

    internal OrderReopening(
        PortalDbContext db,
        OrderConsequences consequences,
        OutboxSignal outboxSignal,
        IClock clock) =>
        (this.db, this.consequences, this.outboxSignal, this.clock) =
            (db, consequences, outboxSignal, clock);

    /// <summary>Reopens an order: credit note, audit trail and mails with it, or nothing of all.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="version">Its version as the coordinator saw it.</param>
    /// <param name="reason">Why; the customer reads it.</param>
    /// <param name="words">What the coordinator says to the customer with it; null for nothing.</param>
    /// <param name="actorId">The coordinator.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing has changed then.</param>
    public async Task<DeskOutcome> ReopenAsync(
        Guid orderId,
        int version,
        string reason,
        string? words,
        Guid actorId,
        CancellationToken cancellationToken)
    {
        var outcome = await db.DeskActAsync(
            cancellationToken => WriteAsync(orderId, version, reason, words, actorId, cancellationToken),
            cancellationToken);
        outboxSignal.Notify();
        return outcome;
    }

    private async Task<DeskOutcome> WriteAsync(
        Guid orderId,
        int version,
        string reason,
        string? words,
        Guid actorId,
        CancellationToken cancellationToken)
    {
        var order = await db.Set<Order>().SingleAsync(item => item.Id == orderId, cancellationToken);
        if (order.Version != version)
        {
            return DeskOutcome.ChangedMeanwhile;
        }

        if (order.CompletedAt is not { } completedAt)
        {
            return DeskOutcome.NotPossible;
        }

        // The order first, as when it is completed: of two at once the second is told by its version.
        order.Reopen();
        db.Touch(order);
        await db.SaveChangesAsync(cancellationToken);
        if (!await consequences.ReopenedAsync(
            order, completedAt, reason, actorId, words, clock.GetCurrentInstant(), cancellationToken))
        {
            return DeskOutcome.NotPossible;
        }

        await db.SaveChangesAsync(cancellationToken);
        return DeskOutcome.Done;
    }
}
