using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Orders;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using NodaTime;

namespace AssistPortal.Assist.Messages;

/// <summary>
/// Has a coordinator look at orders whose mails could not be delivered, and tells the coordinators where the customer's
/// address takes none. The order page shows that as long as it is so.
/// </summary>
internal sealed class FailedMails(
    WholeOrders orders, OrderAttentions attentions, CoordinatorMails coordinators, IClock clock) : IMailWitness
{
    public async Task GivenUpAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(mail.SubjectId, out var orderId)
            || await orders.FindAsync(order => order.Id == orderId, cancellationToken) is not { } whole)
        {
            return;
        }

        if (whole.Order.State != OrderState.Cancelled)
        {
            await attentions.RaiseAsync(orderId, AttentionReason.MailFailed, clock.GetCurrentInstant(), cancellationToken);
        }

        if (mail.Failure == MailFailure.Address && whole.Order.Contact.Email == mail.Recipient)
        {
            await coordinators.AlertAsync(whole, CoordinatorAlert.Address, cancellationToken);
        }
    }
}
