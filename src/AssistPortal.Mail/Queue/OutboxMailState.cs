namespace AssistPortal.Mail.Queue;

public enum OutboxMailState
{
    /// <summary>Not sent yet: new, or to be tried again at <see cref="OutboxMail.NextAttemptAt"/>.</summary>
    Waiting,

    Sent,

    /// <summary>Given up; <see cref="OutboxMail.Failure"/> tells why.</summary>
    Failed,

    /// <summary>Kept back by staff until they send it.</summary>
    Held,

    /// <summary>Waits for the recipient's next digest, at <see cref="OutboxMail.NextAttemptAt"/>.</summary>
    Collected,

    /// <summary>Part of the digest <see cref="OutboxMail.DigestId"/>.</summary>
    Digested,
}
