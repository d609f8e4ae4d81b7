using AssistPortal.Mail.Queue;
using NodaTime;

namespace AssistPortal.Mail.Desk.Audit;

/// <summary>How far a mail had come; never what it says, or to whom.</summary>
internal sealed record MailSnapshot(
    OutboxMailState State,
    string MessageId,
    int Attempts,
    int Interruptions,
    Instant? SentAt,
    MailFailure? Failure,
    Instant NextAttemptAt)
{
    public static MailSnapshot Of(OutboxMail mail) => new(
        mail.State, mail.MessageId, mail.Attempts, mail.Interruptions, mail.SentAt, mail.Failure, mail.NextAttemptAt);
}
