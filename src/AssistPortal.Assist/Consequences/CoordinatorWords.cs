using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Consequences.Audit;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using NodaTime;

namespace AssistPortal.Assist.Consequences;

/// <summary>
/// What coordinators say to the customer, with an act or alone: it stands in the order's thread, and the customer waits
/// for an answer no more. Mail and saving are left to the caller.
/// </summary>
internal sealed class CoordinatorWords(PortalDbContext db, Correspondence correspondence, OrderAttentions attentions)
{
    /// <summary>
    /// Whether the scope says the same to the customers of many orders. It answers nobody: who has asked something
    /// waits on.
    /// </summary>
    public bool IsToMany { get; set; }

    /// <summary>Notes <see cref="OrderWithRelations.Words"/>, where there are any.</summary>
    /// <returns>The message; null where there is none, or it is there already.</returns>
    public async Task<OrderMessage?> NoteAsync(
        OrderWithRelations whole, Guid actorId, Instant now, CancellationToken cancellationToken)
    {
        if (whole.Words is not { } words)
        {
            return null;
        }

        var message = await correspondence.AddAsync(
            whole.Order.Id,
            position => OrderMessage.FromCoordinator(whole.Order, position, actorId, words, now),
            cancellationToken);
        if (message is not null)
        {
            if (!IsToMany)
            {
                await attentions.SettleAsync(whole.Order.Id, AttentionReason.Unanswered, cancellationToken);
            }

            db.Audit(new OrderMessageSent(whole.Order.Id, message.Position), actorId, now);
        }

        return message;
    }
}
