using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Consequences.Audit;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using NodaTime;

namespace AssistPortal.Assist.Consequences;

/// <summary>
/// What follows a producer's answer to an assignment, in the transaction of the answer: see
/// <see cref="OrderConsequences"/>.
/// </summary>
internal sealed class AnswerConsequences(
    PortalDbContext db, OrderReader orders, OrderAttentions attentions, CoordinatorMails coordinators)
{
    public async Task AcceptedAsync(
        Order order, Guid actorId, Instant now, CancellationToken cancellationToken)
    {
        await attentions.SettleAsync(order.Id, AttentionReason.Declined, cancellationToken);
        db.Audit(new AssignmentAccepted(order.Id, order.ProducerId), actorId, now);
    }

    /// <summary>The desk is asked until somebody else has the order: that settles it.</summary>
    public async Task DeclinedAsync(
        Order order, string reason, Guid actorId, Instant now, CancellationToken cancellationToken)
    {
        await attentions.RaiseAsync(order.Id, AttentionReason.Declined, now, cancellationToken);
        db.Audit(new AssignmentDeclined(order.Id, order.ProducerId, reason), actorId, now);
    }

    /// <summary>Nobody else is free: the coordinators are told, once for each decline.</summary>
    /// <param name="order">The order.</param>
    /// <param name="decline">Which decline of the order it is.</param>
    /// <param name="cancellationToken">Ends the act.</param>
    public async Task NobodyFreeAsync(Order order, int decline, CancellationToken cancellationToken) =>
        await coordinators.AlertAsync(
            await orders.OfAsync(order, cancellationToken), CoordinatorAlert.Declined, decline, cancellationToken);
}
