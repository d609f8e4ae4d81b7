using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Messages;

/// <summary>What every coordinator is told when an order needs one. Saving is left to the caller.</summary>
internal sealed class CoordinatorMails(
    PortalDbContext db, Outbox outbox, MailPeople people, CoordinatorAlertMail alert, IClock clock)
{
    /// <summary>Writes the alert, unless it was written for that state of the order before.</summary>
    public Task AlertAsync(
        OrderWithRelations whole, CoordinatorAlert reason, CancellationToken cancellationToken) =>
        AlertAsync(whole, reason, whole.Order.CalendarSequence, cancellationToken);

    /// <summary>Writes the alert, unless it was written with that revision before.</summary>
    public async Task AlertAsync(
        OrderWithRelations whole, CoordinatorAlert reason, int revision, CancellationToken cancellationToken)
    {
        var orderId = whole.Order.Id.ToString();
        var cause = CoordinatorAlertMail.CauseOf(reason);
        var told = await db.Set<OutboxMail>()
            .Where(mail => mail.SubjectId == orderId && mail.Cause == cause && mail.Revision == revision)
            .Select(mail => mail.Recipient)
            .ToListAsync(cancellationToken);
        foreach (var person in await people.CoordinatorsAsync(cancellationToken))
        {
            if (!told.Contains(person.Email, StringComparer.OrdinalIgnoreCase))
            {
                var digest = person.CollectUntil(clock.GetCurrentInstant(), whole.Order.Time.Start);
                outbox.Write(alert.For(whole, reason, person) with { Revision = revision, CollectUntil = digest });
            }
        }
    }
}
