using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Mail.Digests;

/// <summary>
/// One mail instead of many: what was collected for a recipient goes out together once it is due. Calendar entries are
/// enclosed as files, of each subject the last one.
/// </summary>
internal sealed class MailDigests(
    PortalDbContext db, Outbox outbox, OutboxSignal signal, IStringLocalizer<MailTexts> texts, IClock clock)
{
    public const string Cause = "mail.digest";

    private const string SubjectId = "digest";

    /// <summary>Writes the digests that are due. Any number of servers may do so at once.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> WriteDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var recipients = await Due(now).Select(mail => mail.Recipient).Distinct().Take(100).ToListAsync(cancellationToken);
        var written = 0;
        foreach (var recipient in recipients)
        {
            written += await db.InTransactionAsync(
                async again => (Commit: true, await WriteAsync(recipient, now, again)), cancellationToken);
        }

        if (written > 0)
        {
            signal.Notify();
        }

        return written;
    }

    /// <summary>The calendar entries of a digest: of each subject as it stands after all of the digest's mails.</summary>
    public static async Task<IReadOnlyList<string>> CalendarsAsync(
        PortalDbContext db, Guid digestId, CancellationToken cancellationToken)
    {
        var entries = await db.Set<OutboxMail>()
            .Where(mail => mail.DigestId == digestId && mail.Calendar != null)
            .OrderBy(mail => mail.CreatedAt)
            .Select(mail => new { mail.SubjectId, Calendar = mail.Calendar! })
            .ToListAsync(cancellationToken);
        return [.. entries.GroupBy(entry => entry.SubjectId, StringComparer.Ordinal).Select(same => same.Last().Calendar)];
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

        var digest = outbox.Write(Compose(mails, now));
        await db.SaveChangesAsync(cancellationToken);
        await db.Set<OutboxMail>()
            .Where(mail => mail.DigestId == mine)
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.DigestId, digest.Id), cancellationToken);
        return 1;
    }

    private MailToWrite Compose(IReadOnlyList<OutboxMail> mails, Instant now)
    {
        var last = mails[^1];
        using var culture = MailCulture.Of(last.Language);
        var body = new MailBody(texts["Digest.Preheader", mails.Count]).Heading(texts["Digest.Heading"]);
        if (mails.Any(mail => mail.Calendar is not null))
        {
            body.Paragraph(texts["Digest.Calendar"]);
        }

        foreach (var mail in mails)
        {
            body.Enclosed(mail.Subject, mail.TextBody, mail.HtmlBody);
        }

        return new MailToWrite
        {
            Cause = Cause,
            SubjectId = SubjectId,
            Revision = (int)(now.ToUnixTimeSeconds() / 60),
            Recipient = last.Recipient,
            RecipientName = last.RecipientName,
            Language = last.Language,
            Subject = mails.Count == 1 ? last.Subject : texts["Digest.Subject", mails.Count],
            Body = body,
            ReplyTo = last.ReplyTo,
        };
    }

    private IQueryable<OutboxMail> Due(Instant now) => db.Set<OutboxMail>()
        .Where(mail => mail.State == OutboxMailState.Collected && mail.NextAttemptAt <= now);
}
