using AssistPortal.Mail.Queue;

namespace AssistPortal.Mail.Sending;

/// <summary>Hands one mail over to whatever delivers it. Several mails may be on their way at once.</summary>
internal interface IMailTransport
{
    /// <summary>
    /// Returns once the mail is handed over for good. A mail may come a second time, with the same
    /// <see cref="OutboxMail.MessageId"/>.
    /// </summary>
    /// <param name="mail">The mail.</param>
    /// <param name="cancellationToken">Breaks off, also after <see cref="MailOptions.SendTimeout"/>.</param>
    /// <exception cref="MailException">Why not; any other exception means: try again later.</exception>
    Task SendAsync(OutboxMail mail, CancellationToken cancellationToken);
}
