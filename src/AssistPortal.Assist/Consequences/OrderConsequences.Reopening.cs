using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Consequences.Audit;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Audit;
using NodaTime;

namespace AssistPortal.Assist.Consequences;

/// <content>Reopening.</content>
internal sealed partial class OrderConsequences
{
    /// <summary>A completed order is reopened: what it owed is taken back, and it is to be completed anew.</summary>
    /// <returns>False where its invoice was taken back before; nothing may be saved then.</returns>
    public async Task<bool> ReopenedAsync(
        Order order,
        Instant completedAt,
        string reason,
        Guid actorId,
        string? words,
        Instant now,
        CancellationToken cancellationToken)
    {
        if (!await invoices.TakeBackAsync(order, completedAt, reason, actorId, now, cancellationToken))
        {
            return false;
        }

        db.Audit(new OrderReopened(order.Id, reason), actorId, now);
        await attentions.RaiseAsync(
            order.Id,
            AttentionReason.NotCompleted,
            order.Time.End + OrderAttentions.CompletionNotice,
            cancellationToken);
        var whole = await orders.OfAsync(order, cancellationToken) with { Words = words };
        await said.NoteAsync(whole, actorId, now, cancellationToken);
        await deskMails.ReopenedAsync(whole, reason, cancellationToken);
        return true;
    }
}
