using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.Messages;

/// <summary>Whether customers can be reached by mail, by what became of the mails to them.</summary>
public sealed class CustomerAddresses(PortalDbContext db)
{
    /// <summary>True from a refusal of the address on until a mail to it goes through again.</summary>
    public async Task<bool> FailsAsync(Order order, CancellationToken cancellationToken)
    {
        var (orderId, recipient) = (order.Id.ToString(), order.Contact.Email);
        var last = await db.Set<OutboxMail>()
            .Where(mail => mail.SubjectId == orderId && mail.Recipient == recipient
                && (mail.State == OutboxMailState.Sent || mail.State == OutboxMailState.Failed))
            .OrderByDescending(mail => mail.SentAt ?? mail.NextAttemptAt)
            .Select(mail => mail.Failure)
            .FirstOrDefaultAsync(cancellationToken);
        return last == MailFailure.Address;
    }
}
