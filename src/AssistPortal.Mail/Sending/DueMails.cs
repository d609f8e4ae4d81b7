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

    /// <summary>
    /// Of those the first of each subject and recipient; later ones wait until it is sent or given up.
    /// </summary>
    public static IQueryable<OutboxMail> FirstOfSubject(
        this IQueryable<OutboxMail> mails, IQueryable<OutboxMail> all) =>
        mails.Where(mail => !all.Any(earlier => earlier.SubjectId == mail.SubjectId
            && earlier.Recipient == mail.Recipient
            && earlier.State == OutboxMailState.Waiting
            && (earlier.CreatedAt < mail.CreatedAt
                || (earlier.CreatedAt == mail.CreatedAt && earlier.Revision < mail.Revision))));
}
