using AssistPortal.Mail.Queue;
using NodaTime;

namespace AssistPortal.Mail.Sending;

internal static class DueMails
{
    /// <summary>Mails to be tried now that nobody else is trying.</summary>
    public static IQueryable<OutboxMail> Free(this IQueryable<OutboxMail> mails, Instant now) =>
        mails.Where(mail => mail.State == OutboxMailState.Waiting
            && mail.NextAttemptAt <= now
            && (mail.LeaseUntil == null || mail.LeaseUntil <= now));

    /// <summary>Of those the first of each subject and recipient; later ones wait until it is sent or given up.</summary>
    // Only the subject is compared in a way that an index helps: SQLite would go through all mails that wait, for each of
    // them, or through all that a busy mailbox ever got.
    public static IQueryable<OutboxMail> FirstOfSubject(this IQueryable<OutboxMail> mails, IQueryable<OutboxMail> all) =>
        mails.Where(mail => !all.Any(earlier => earlier.SubjectId == mail.SubjectId
            && earlier.Recipient + "" == mail.Recipient
            && earlier.State != OutboxMailState.Sent
            && earlier.State != OutboxMailState.Failed
            && earlier.State != OutboxMailState.Held
            && earlier.State != OutboxMailState.Collected
            && earlier.State != OutboxMailState.Digested
            && (earlier.CreatedAt < mail.CreatedAt
                || (earlier.CreatedAt == mail.CreatedAt && earlier.Revision < mail.Revision))));
}
