using AssistPortal.Assist.Consequences;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Data.Limits;
using AssistPortal.Mail.Queue;
using NodaTime;

namespace AssistPortal.Assist.Managing;

/// <summary>Customers write to the coordinators about their order.</summary>
public sealed class MessagesToCoordinators
{
    /// <summary>Messages about one order in <see cref="AttemptLimits.Window"/>.</summary>
    public const int Most = 10;

    private readonly PortalDbContext db;
    private readonly Correspondence correspondence;
    private readonly OrderConsequences consequences;
    private readonly AttemptLimits limits;
    private readonly OutboxSignal signal;
    private readonly IClock clock;

    internal MessagesToCoordinators(
        PortalDbContext db,
        Correspondence correspondence,
        OrderConsequences consequences,
        AttemptLimits limits,
        OutboxSignal signal,
        IClock clock)
    {
        this.db = db;
        this.correspondence = correspondence;
        this.consequences = consequences;
        this.limits = limits;
        this.signal = signal;
        this.clock = clock;
    }

    /// <summary>Writes a message; one that is sent a second time right away stays one.</summary>
    /// <param name="whole">The order.</param>
    /// <param name="visitor">Who writes.</param>
    /// <param name="text">What.</param>
    /// <param name="cancellationToken">Nothing is written then.</param>
    /// <returns>How long to wait before the next one; null when it was written.</returns>
    public async Task<Duration?> WriteAsync(
        OrderWithRelations whole, OrderVisitor visitor, string text, CancellationToken cancellationToken)
    {
        var order = whole.Order;
        var limit = new AttemptLimit("messages about an order", order.Id.ToString(), Most);
        if ((await limits.CountAsync([limit], cancellationToken)).Wait is { } wait)
        {
            return wait;
        }

        await db.InRepeatedTransactionAsync(
            async cancellationToken =>
            {
                var now = clock.GetCurrentInstant();
                var message = await correspondence.AddAsync(
                    order.Id,
                    position => OrderMessage.FromCustomer(order, position, visitor.UserId, text, now),
                    cancellationToken);
                if (message is not null)
                {
                    await consequences.MessageReceivedAsync(whole, message, visitor, now, cancellationToken);
                    await db.SaveChangesAsync(cancellationToken);
                }

                return (Commit: true, Result: message);
            },
            cancellationToken);
        signal.Notify();
        return null;
    }
}
