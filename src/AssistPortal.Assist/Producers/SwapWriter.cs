using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers.Audit;
using AssistPortal.Assist.Sessions;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Producers;

/// <summary>What is written when producers swap, in the transaction that moves the reservations.</summary>
internal sealed class SwapWriter(
    PortalDbContext db,
    WholeOrders orders,
    CoverCheck cover,
    OrderAttentions attentions,
    OrderMails mails,
    SessionMails sessionMails,
    IClock clock)
{
    internal async Task WriteAsync(
        IReadOnlyList<ProducerSwap> swaps, int formerId, TimeOffDetails? timeOff, Guid actorId, string? reason, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        foreach (var swap in swaps)
        {
            var change = Change.Between(formerId, swap.ProducerId);
            db.Audit(
                swap.Key.SessionId is { } sessionId
                    ? new SessionProducerChanged(swap.Key.OrderId, sessionId, change, reason)
                    : new OrderProducerChanged(swap.Key.OrderId, change, reason),
                actorId,
                now);
        }

        await cover.CheckOrdersAsync([.. swaps.Select(swap => swap.Key.OrderId).Distinct()], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (timeOff is not null)
        {
            await NoteAsync(timeOff, formerId, actorId, now, cancellationToken);
        }

        var assigned = swaps.Select(swap => swap.ProducerId).Distinct().ToList();
        await db.Set<Producer>()
            .Where(producer => assigned.Contains(producer.Id))
            .ExecuteUpdateAsync(change => change.SetProperty(producer => producer.LastAssignedAt, now), cancellationToken);
        foreach (var swap in swaps)
        {
            await TellAsync(swap, formerId, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task NoteAsync(TimeOffDetails timeOff, int producerId, Guid actorId, Instant now, CancellationToken cancellationToken)
    {
        var producer = await db.Set<Producer>().WithParts().AsSplitQuery().SingleAsync(item => item.Id == producerId, cancellationToken);
        var before = ProducerSnapshot.Of(producer);
        new ProducerChange.AddTimeOff(timeOff).Apply(producer);
        if (!db.Audit(new ProducerChanged(producerId, Change.Between(before, ProducerSnapshot.Of(producer))), actorId, now))
        {
            return;
        }

        db.Touch(producer);
        await cover.CheckAsync(producer, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task TellAsync(ProducerSwap swap, int formerId, CancellationToken cancellationToken)
    {
        var order = await orders.Complete.SingleAsync(item => item.Id == swap.Key.OrderId, cancellationToken);
        var whole = await orders.OfAsync(order, cancellationToken);
        if (swap.Key.SessionId is { } sessionId)
        {
            var session = await db.Set<OrderSession>().SingleAsync(item => item.Id == sessionId, cancellationToken);
            var former = new SessionTime(formerId, session.Start, session.DurationMinutes);
            await sessionMails.MovedAsync(whole, session, former, cancellationToken);
        }
        else
        {
            await attentions.CheckLanguageAsync(order, clock.GetCurrentInstant(), cancellationToken);
            await mails.ProducerChangedAsync(whole, formerId, cancellationToken);
        }
    }
}
