using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Managing.Audit;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Reminders;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Managing;

/// <summary>What is written when an order moves, in the transaction that moves its reservation.</summary>
internal sealed class OrderUpdateWriter(
    PortalDbContext db,
    WholeOrders orders,
    OrderMails mails,
    OrderReminders reminders,
    OrderAttentions attentions,
    CoverCheck cover,
    IClock clock)
{
    /// <summary>False when the order is not as the visitor saw it.</summary>
    public async Task<bool> WriteAsync(
        Guid updateId, int producerId, MeetingFollowUp meeting, OrderVisitor visitor, string? reason, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var update = await db.Set<OrderUpdate>()
            .SingleOrDefaultAsync(item => item.Id == updateId && item.ConfirmedAt == null, cancellationToken);
        var order = update is null
            ? null
            : await orders.Complete.SingleOrDefaultAsync(item => item.Id == update.OrderId, cancellationToken);
        if (update is null || order is null || order.Version != update.OrderVersion || order.PhaseAt(now) != OrderPhase.Coming)
        {
            return false;
        }

        var before = new { order.Time.Start, order.ProducerId };
        order.Move(update.Start, producerId, now);
        update.Confirm(order, before.ProducerId, meeting, now);
        await reminders.MoveAsync(order, now, cancellationToken);
        db.Audit(
            new OrderUpdated(
                order.Id,
                Change.Between(before.Start, order.Time.Start),
                Change.Between(before.ProducerId, order.ProducerId),
                meeting,
                reason),
            visitor.Actor,
            now);
        if (update.HasOtherProducer)
        {
            await attentions.CheckLanguageAsync(order, now, cancellationToken);
            await db.Set<Producer>()
                .Where(producer => producer.Id == producerId)
                .ExecuteUpdateAsync(change => change.SetProperty(producer => producer.LastAssignedAt, now), cancellationToken);
        }

        // The new reservation has to stand in the table before cover is looked for.
        await db.SaveChangesAsync(cancellationToken);
        var whole = await orders.OfAsync(order, cancellationToken);
        await attentions.MoveAsync(whole, now, cancellationToken);
        await cover.CheckOrdersAsync([order.Id], cancellationToken);
        await mails.UpdatedAsync(whole, update, cancellationToken);
        return true;
    }
}
