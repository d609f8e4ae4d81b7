using AssistPortal.Mail.Queue;

namespace AssistPortal.Mail.Sending;

/// <summary>Hands one mail over to whatever delivers it.</summary>
public interface IMailTransport
{
    /// <summary>
    /// Returns once the mail is handed over for good, well within <see cref="OutboxBatch.Lease"/>. A mail may come
    /// a second time, with the same <see cref="OutboxMail.MessageId"/>.
    /// </summary>
    /// <exception cref="MailRefusedException">It will never go; any other exception means: try again later.</exception>
    Task SendAsync(OutboxMail mail, CancellationToken cancellationToken);
}
