using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Messages;

/// <summary>Who gets which mail when a coordinator edits an order. Saving is left to the caller.</summary>
internal sealed class EditMails(
    PortalDbContext db,
    Outbox outbox,
    CustomerAddresses addresses,
    ProducerMails producers,
    OrderEditedMail mail,
    OrderReaddressedMail readdressed)
{
    public async Task WriteAsync(EditedOrder edited, Instant now, CancellationToken cancellationToken)
    {
        var order = edited.Order;
        var orderId = order.Id.ToString();
        var count = await CountAsync(orderId, OrderEditedMail.Cause, cancellationToken);
        var thread = await outbox.FindThreadAsync(orderId, order.Contact.Email, cancellationToken);
        outbox.Write(mail.For(edited, count, now, thread));
        var isComing = order.PhaseAt(now) == OrderPhase.Coming;

        // An address that takes no mail would only fail once more.
        if (edited.HasOtherAddress && !await addresses.FailsAsync(order.Id, edited.Before.Email, cancellationToken))
        {
            outbox.Write(readdressed.For(
                edited,
                await CountAsync(orderId, OrderReaddressedMail.Cause, cancellationToken),
                isComing,
                await outbox.FindThreadAsync(orderId, edited.Before.Email, cancellationToken)));
        }

        if (isComing)
        {
            await producers.EditedAsync(
                edited, await CountAsync(orderId, ProducerEditedMail.Cause, cancellationToken), cancellationToken);
        }
    }

    private Task<int> CountAsync(string orderId, string cause, CancellationToken cancellationToken) =>
        db.Set<OutboxMail>().CountAsync(mail => mail.SubjectId == orderId && mail.Cause == cause, cancellationToken);
}
