using AssistPortal.Data.Work;
using AssistPortal.Mail.Queue;
using NodaTime;

namespace AssistPortal.Mail.Sending;

internal static class DueMails
{
    /// <summary>Longer than any wait: what lies further ahead comes of a clock that was wrong.</summary>
    private static readonly Duration FurthestWait = RetryOptions.LongestWait + Duration.FromHours(1);
    private static readonly Duration LongestLease = Duration.FromHours(1);

    /// <summary>Mails to be tried now that nobody else is trying.</summary>
    public static IQueryable<OutboxMail> Free(this IQueryable<OutboxMail> mails, Instant now)
    {
        var noWait = now + FurthestWait;
        return mails
            .Where(mail => mail.State == OutboxMailState.Waiting
                && (mail.NextAttemptAt <= now || mail.NextAttemptAt > noWait))
            .WithoutLease(mail => mail.LeaseUntil, now, LongestLease);
    }

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
