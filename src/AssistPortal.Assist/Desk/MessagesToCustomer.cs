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
    private readonly OrderConsequences consequences;
    private readonly OutboxSignal signal;
    private readonly IClock clock;

    internal MessagesToCustomer(
        PortalDbContext db,
        OrderConsequences consequences,
        OutboxSignal signal,
        IClock clock)
    {
        this.db = db;
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
        await db.InRepeatedTransactionAsync(
            async cancellationToken =>
            {
                var isNew = await consequences.MessageSentAsync(
                    whole, text, actorId, clock.GetCurrentInstant(), cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return (Commit: true, Result: isNew);
            },
            cancellationToken);
        signal.Notify();
    }
}
