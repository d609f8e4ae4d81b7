using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Consequences;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Updates;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Managing;

/// <summary>Cancels orders.</summary>
public sealed class OrderCancellation
{
    private readonly PortalDbContext db;
    private readonly CancellationQuotes quotes;
    private readonly OrderConsequences consequences;
    private readonly OutboxSignal outboxSignal;
    private readonly IClock clock;

    internal OrderCancellation(
        PortalDbContext db,
        CancellationQuotes quotes,
        OrderConsequences consequences,
        OutboxSignal outboxSignal,
        IClock clock)
    {
        this.db = db;
        this.quotes = quotes;
        this.consequences = consequences;
        this.outboxSignal = outboxSignal;
        this.clock = clock;
    }

    /// <summary>Cancels an order: order, reservation, audit trail and mails, all or nothing.</summary>
    /// <param name="seen">What the visitor was asked to confirm.</param>
    /// <param name="visitor">Who cancels.</param>
    /// <param name="terms">On what terms a coordinator cancels; null where the customer does.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing has changed then.</param>
    public async Task<CancelAnswer> CancelAsync(
        SeenOrder seen, OrderVisitor visitor, StaffTerms? terms, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await db.InRepeatedTransactionAsync(
                async cancellationToken =>
                {
                    var answer = await WriteAsync(seen, visitor, terms, cancellationToken);
                    return (Commit: answer == CancelAnswer.Cancelled, answer);
                },
                cancellationToken);
            outboxSignal.Notify();
            return answer;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return CancelAnswer.Changed;
        }
    }

    private async Task<CancelAnswer> WriteAsync(
        SeenOrder seen, OrderVisitor visitor, StaffTerms? terms, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();

        // The reservation first, as a move does: two that work on one order wait for each other, and never both ways.
        var begun = db.Set<OrderUpdate>()
            .Where(update => update.OrderId == seen.OrderId && update.ConfirmedAt == null)
            .Select(update => (Guid?)update.Id);
        await db.Set<Reservation>()
            .Where(item => item.OrderId == seen.OrderId || (item.HoldUntil != null && begun.Contains(item.DraftId)))
            .ExecuteDeleteAsync(cancellationToken);
        var order = await db.Set<Order>().SingleAsync(item => item.Id == seen.OrderId, cancellationToken);
        if (!order.CanCancelAt(now, isByStaff: terms is not null)
            || (seen.Version is { } version && order.Version != version))
        {
            return CancelAnswer.Changed;
        }

        var quote = await quotes.OfAsync(order, now, cancellationToken);
        if (terms is { IsWaived: true })
        {
            quote = quote.Waived();
        }

        var fee = quote.Amount;
        if (seen.FeeMinor is { } shown && fee.Minor > shown)
        {
            return CancelAnswer.CostsMore;
        }

        // The order first: whoever works on it at the same time is told by its version, not by a key of the invoices.
        order.Cancel(now, fee.Minor, isByStaff: terms is not null);
        await db.SaveChangesAsync(cancellationToken);
        await consequences.CancelledAsync(order, quote, visitor, terms?.Reason, terms?.Words, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return CancelAnswer.Cancelled;
    }
}

/// <summary>An order as a page showed it.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Version">Its version; null where the page's form did not come with the answer.</param>
/// <param name="FeeMinor">The fee that was shown, in minor units; null likewise.</param>
public sealed record SeenOrder(Guid OrderId, int? Version, long? FeeMinor);

/// <summary>
/// On what terms a coordinator ends an order, who may do so after the start too: the event did not take place.
/// </summary>
/// <param name="IsWaived">Whether the fee is forgone.</param>
/// <param name="Reason">Why; null where none is given.</param>
/// <param name="Words">What the coordinator says to the customer with it; null for nothing.</param>
public sealed record StaffTerms(bool IsWaived, string? Reason, string? Words = null);

public enum CancelAnswer
{
    Cancelled,

    /// <summary>The order is not as it was shown: moved, cancelled or begun meanwhile.</summary>
    Changed,

    /// <summary>It costs more by now than was shown.</summary>
    CostsMore,
}
