using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Messages;

/// <summary>
/// Has a coordinator look at orders whose mails could not be delivered, until they are, and tells the coordinators
/// where the customer's address takes none. A digest stands for all the mails in it. The end of an order matters as
/// much as its beginning: cancelled ones are looked at too.
/// </summary>
internal sealed class FailedMails(
    PortalDbContext db, OrderReader orders, OrderAttentions attentions, CoordinatorMails coordinators, IClock clock)
    : IMailWitness
{
    public async Task GivenUpAsync(WitnessedMail mail, CancellationToken cancellationToken)
    {
        foreach (var subjectId in await SubjectsOfAsync(mail, cancellationToken))
        {
            if (!Guid.TryParse(subjectId, out var orderId)
                || await orders.FindAsync(order => order.Id == orderId, cancellationToken) is not { } whole)
            {
                continue;
            }

            await attentions.RaiseAsync(
                orderId, AttentionReason.MailFailed, clock.GetCurrentInstant(), cancellationToken);
            if (mail.Failure == MailFailure.Address && whole.Order.Contact.Email == mail.Recipient)
            {
                await coordinators.AlertAsync(whole, CoordinatorAlert.Address, cancellationToken);
            }
        }
    }

    public async Task SentAgainAsync(WitnessedMail mail, CancellationToken cancellationToken)
    {
        var failed = db.Set<OutboxMail>().Where(other => other.State == OutboxMailState.Failed);
        foreach (var subjectId in await SubjectsOfAsync(mail, cancellationToken))
        {
            if (Guid.TryParse(subjectId, out var orderId)
                && !await db.Set<OutboxMail>().AnyAsync(
                    other => other.SubjectId == subjectId
                        && (other.State == OutboxMailState.Failed || failed.Any(digest => digest.Id == other.DigestId)),
                    cancellationToken))
            {
                await attentions.SettleAsync(orderId, AttentionReason.MailFailed, cancellationToken);
            }
        }
    }

    /// <summary>What the mail is about, and for a digest what its mails are.</summary>
    private async Task<IEnumerable<string>> SubjectsOfAsync(WitnessedMail mail, CancellationToken cancellationToken) =>
        (await db.Set<OutboxMail>()
            .Where(part => part.DigestId == mail.Id)
            .Select(part => part.SubjectId)
            .Distinct()
            .ToListAsync(cancellationToken))
        .Append(mail.SubjectId);
}
