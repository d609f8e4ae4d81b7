using AssistPortal.Assist.Orders;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;

namespace AssistPortal.Assist.Messages;

/// <summary>Tells the coordinators of a customer whose address takes no mail. The order page shows it as long as it is so.</summary>
internal sealed class FailedAddresses(WholeOrders orders, CoordinatorMails coordinators) : IMailWitness
{
    public async Task GivenUpAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        if (mail.Failure == MailFailure.Address
            && Guid.TryParse(mail.SubjectId, out var orderId)
            && await orders.FindAsync(order => order.Id == orderId && order.Contact.Email == mail.Recipient, cancellationToken) is { } whole)
        {
            await coordinators.AlertAsync(whole, CoordinatorAlert.Address, cancellationToken);
        }
    }
}
