namespace AssistPortal.Mail.Queue;

public enum OutboxMailState
{
    /// <summary>Not sent yet: new, or to be tried again at <see cref="OutboxMail.NextAttemptAt"/>.</summary>
    Waiting,

    Sent,

    /// <summary>Given up; <see cref="OutboxMail.LastError"/> tells why.</summary>
    Failed,
}
