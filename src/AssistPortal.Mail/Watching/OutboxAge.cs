using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Mail.Watching;

/// <summary>
/// How long the oldest unsent mail has waited. Held mails, and those for a digest, are not waited for.
/// </summary>
internal sealed class OutboxAge(PortalDbContext db, MailMetrics metrics, IClock clock)
{
    /// <summary>Zero when all is sent.</summary>
    public async Task<Duration> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var oldest = await db.Set<OutboxMail>()
            .Where(mail => mail.State == OutboxMailState.Waiting)
            .Select(mail => (Instant?)mail.CreatedAt)
            .MinAsync(cancellationToken);
        var age = Duration.Max(Duration.Zero, now - (oldest ?? now));
        metrics.OldestUnsent(age);
        return age;
    }
}
