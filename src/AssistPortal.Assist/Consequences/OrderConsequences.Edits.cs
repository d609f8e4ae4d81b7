using AssistPortal.Assist.Access;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Consequences.Audit;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Audit;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Consequences;

/// <content>Edits.</content>
internal sealed partial class OrderConsequences
{
    /// <summary>
    /// A coordinator has edited an order, which is saved with its reservation. Links that went to another address end.
    /// </summary>
    public async Task EditedAsync(EditedOrder edited, Guid actorId, Instant now, CancellationToken cancellationToken)
    {
        var (order, whole) = (edited.Order, edited.Whole);
        db.Audit(new OrderEdited(order.Id, Change.Between(edited.Before, edited.After)), actorId, now);
        if (edited.HasOtherAddress)
        {
            await db.EndLinksAsync(order.Id, cancellationToken);
            await ForgetFailuresAsync(edited, cancellationToken);
        }

        if (order.PhaseAt(now) == OrderPhase.Coming)
        {
            if (edited.HasOtherProducer)
            {
                await attentions.CheckLanguageAsync(order, now, cancellationToken);
                await NoteAssignedAsync([order.ProducerId], now, cancellationToken);
            }

            await attentions.EditAsync(whole, edited.Before, now, cancellationToken);
            await cover.CheckOrdersAsync([order.Id], cancellationToken);
        }

        await said.NoteAsync(whole, actorId, now, cancellationToken);
        await edits.WriteAsync(edited, now, cancellationToken);
    }

    /// <summary>What could not be delivered to a wrong address needs nobody once that is corrected.</summary>
    private async Task ForgetFailuresAsync(EditedOrder edited, CancellationToken cancellationToken)
    {
        var (orderId, former) = (edited.Order.Id.ToString(), edited.Before.Email);
        if (!await db.Set<OutboxMail>().AnyAsync(
            mail => mail.SubjectId == orderId && mail.State == OutboxMailState.Failed && mail.Recipient != former,
            cancellationToken))
        {
            await attentions.SettleAsync(edited.Order.Id, AttentionReason.MailFailed, cancellationToken);
        }
    }
}
