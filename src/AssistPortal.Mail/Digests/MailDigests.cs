using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Mail.Digests;

/// <summary>
/// One mail instead of many: what was collected for a recipient goes out together once it is due. Calendar entries are
/// enclosed as files, of each entry as it stands after all its mails: an order has one for the event and one per
/// session.
/// </summary>
internal sealed class MailDigests(
    PortalDbContext db, Outbox outbox, OutboxSignal signal, DigestMail digest, IClock clock)
{
    /// <summary>Writes the digests that are due. Any number of servers may do so at once.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> WriteDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var recipients = await Due(now).Select(mail => mail.Recipient)
            .Distinct()
            .OrderBy(recipient => recipient)
            .Take(100)
            .ToListAsync(cancellationToken);
        var written = 0;
        foreach (var recipient in recipients)
        {
            written += await db.InTransactionAsync(
                async cancellationToken => (Commit: true, await WriteAsync(recipient, now, cancellationToken)),
                cancellationToken);
        }

        if (written > 0)
        {
            signal.Notify();
        }

        return written;
    }

    /// <summary>
    /// Where the mail is a digest, encloses the calendar entries: of each UID the last one that was written to its
    /// reader. A digest that is tried again brings nothing back that has changed since it was written.
    /// </summary>
    public static async Task EncloseAsync(PortalDbContext db, OutboxMail mail, CancellationToken cancellationToken)
    {
        if (mail.Cause != DigestMail.Cause)
        {
            return;
        }

        var calendars = db.Set<OutboxMail>().Where(part => part.Calendar != null);
        var parts = await calendars
            .Where(part => part.DigestId == mail.Id)
            .OrderBy(part => part.CreatedAt)
            .Select(part => new { part.SubjectId, part.CreatedAt, part.Calendar })
            .ToListAsync(cancellationToken);
        var subjects = parts.Select(part => part.SubjectId).Distinct(StringComparer.Ordinal).ToList();
        var from = parts.Select(part => part.CreatedAt).FirstOrDefault();
        var later = parts.Count == 0 ? [] : await calendars
            .Where(other => subjects.Contains(other.SubjectId)
                && other.Recipient == mail.Recipient
                && other.CreatedAt > from
                && other.DigestId != mail.Id)
            .Select(other => new { other.SubjectId, other.CreatedAt, other.Calendar })
            .ToListAsync(cancellationToken);
        var own = parts.SelectMany(part => CalendarLine.ObjectsOf(part.Calendar!))
            .Select(CalendarLine.UidOf)
            .ToHashSet(StringComparer.Ordinal);
        mail.Enclose([.. parts.Concat(later)
            .OrderBy(part => part.CreatedAt)
            .SelectMany(part => CalendarLine.ObjectsOf(part.Calendar!))
            .GroupBy(CalendarLine.UidOf, StringComparer.Ordinal)
            .Where(same => own.Contains(same.Key))
            .Select(same => same.Last())]);
    }

    private async Task<int> WriteAsync(string recipient, Instant now, CancellationToken cancellationToken)
    {
        // Takes them from every other server before they are read.
        var mine = Guid.NewGuid();
        await Due(now)
            .Where(mail => mail.Recipient == recipient)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(mail => mail.State, OutboxMailState.Digested)
                    .SetProperty(mail => mail.DigestId, mine),
                cancellationToken);
        var mails = await db.Set<OutboxMail>().AsNoTracking()
            .Where(mail => mail.DigestId == mine)
            .OrderBy(mail => mail.CreatedAt)
            .ToListAsync(cancellationToken);
        if (mails.Count == 0)
        {
            return 0;
        }

        var written = outbox.Write(digest.For(mails, now));
        await db.SaveChangesAsync(cancellationToken);
        await db.Set<OutboxMail>()
            .Where(mail => mail.DigestId == mine)
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.DigestId, written.Id), cancellationToken);
        return 1;
    }

    private IQueryable<OutboxMail> Due(Instant now) => db.Set<OutboxMail>()
        .Where(mail => mail.State == OutboxMailState.Collected && mail.NextAttemptAt <= now);
}
