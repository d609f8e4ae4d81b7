using System.Net.Mail;
using AssistPortal.Mail.Sending;
using NodaTime;

namespace AssistPortal.Mail.Smtp;

/// <summary>Makes connections to the mail server of the settings, by one SMTP client or another.</summary>
internal interface ISmtpConnector
{
    /// <summary>A connection for one mail at a time; it may be made only with the first.</summary>
    /// <exception cref="MailException">It can't be made.</exception>
    Task<SmtpSession> ConnectAsync(CancellationToken cancellationToken);
}

/// <summary>A mail as it is to go out.</summary>
/// <param name="Message">The sender disposes of it.</param>
/// <param name="Date">When it was written.</param>
internal sealed record Letter(MailMessage Message, Instant Date);
