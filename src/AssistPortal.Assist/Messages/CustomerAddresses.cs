using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.Messages;

/// <summary>Whether customers can be reached by mail, by what became of the mails to them.</summary>
public sealed class CustomerAddresses(PortalDbContext db)
{
    /// <summary>True from a refusal of the address on until a mail to it goes through again.</summary>
    public Task<bool> FailsAsync(Order order, CancellationToken cancellationToken) =>
        FailsAsync(order.Id, order.Contact.Email, cancellationToken);

    /// <summary>The same of an address that an order has had.</summary>
    internal async Task<bool> FailsAsync(Guid id, string recipient, CancellationToken cancellationToken)
    {
        var orderId = id.ToString();
        var last = await db.Set<OutboxMail>()
            .Where(mail => mail.SubjectId == orderId && mail.Recipient == recipient
                && (mail.State == OutboxMailState.Sent || mail.State == OutboxMailState.Failed))
            .OrderByDescending(mail => mail.SentAt ?? mail.NextAttemptAt)
            .Select(mail => mail.Failure)
            .FirstOrDefaultAsync(cancellationToken);
        return last == MailFailure.Address;
    }
}
