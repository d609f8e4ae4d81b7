using System.Net.Mail;
using AssistPortal.Mail.Mime;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using Microsoft.Extensions.Options;

namespace AssistPortal.Mail.Smtp;

/// <summary>Hands mails to an SMTP server by the framework's client.</summary>
internal sealed class SmtpTransport(MimeMessageFactory messages, IOptions<MailOptions> options) : IMailTransport
{
    public async Task SendAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        using var message = messages.Create(mail);
        using var client = new SmtpClient(options.Value.Smtp.Host, options.Value.Smtp.Port);
        await client.SendMailAsync(message, cancellationToken);
    }
}
