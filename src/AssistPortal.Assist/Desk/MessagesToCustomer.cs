using AssistPortal.Assist.Consequences;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using NodaTime;

namespace AssistPortal.Assist.Desk;

/// <summary>Coordinators write to the customer about an order.</summary>
public sealed class MessagesToCustomer
{
    private readonly PortalDbContext db;
    private readonly Correspondence correspondence;
    private readonly OrderConsequences consequences;
    private readonly OutboxSignal signal;
    private readonly IClock clock;

    internal MessagesToCustomer(
        PortalDbContext db,
        Correspondence correspondence,
        OrderConsequences consequences,
        OutboxSignal signal,
        IClock clock)
    {
        this.db = db;
        this.correspondence = correspondence;
        this.consequences = consequences;
        this.signal = signal;
        this.clock = clock;
    }

    /// <summary>Writes a message; one that is sent a second time right away stays one.</summary>
    /// <param name="whole">The order.</param>
    /// <param name="text">What is written.</param>
    /// <param name="actorId">The coordinator.</param>
    /// <param name="cancellationToken">Nothing is written then.</param>
    public async Task WriteAsync(
        OrderWithRelations whole, string text, Guid actorId, CancellationToken cancellationToken)
    {
        var order = whole.Order;
        await db.InRepeatedTransactionAsync(
            async cancellationToken =>
            {
                var now = clock.GetCurrentInstant();
                var message = await correspondence.AddAsync(
                    order.Id,
                    position => OrderMessage.FromCoordinator(order, position, actorId, text, now),
                    cancellationToken);
                if (message is not null)
                {
                    await consequences.MessageSentAsync(whole, message, actorId, now, cancellationToken);
                    await db.SaveChangesAsync(cancellationToken);
                }

                return (Commit: true, Result: message);
            },
            cancellationToken);
        signal.Notify();
    }
}
