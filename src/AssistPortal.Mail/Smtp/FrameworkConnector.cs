using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace AssistPortal.Mail.Smtp;

/// <summary>Connections by the framework's client: STARTTLS or none, user name and password.</summary>
internal sealed class FrameworkConnector(IOptions<MailOptions> options) : ISmtpConnector
{
    /// <inheritdoc />
    public async Task<SmtpSession> ConnectAsync(CancellationToken cancellationToken)
    {
        var smtp = options.Value.Smtp;
        var password = await SmtpSecrets.PasswordAsync(smtp, cancellationToken);
        return new FrameworkSession(new SmtpClient(smtp.Host, smtp.Port)
        {
            EnableSsl = smtp.EffectiveSecurity == SmtpSecurity.StartTls,
            // The caller's token says when it is too long.
            Timeout = int.MaxValue,
            Credentials = smtp.UserName.Length > 0 ? LoginOnly(smtp, password) : null,
        });
    }

    // Named for one mechanism, it is not tried with Kerberos and NTLM first.
    private static CredentialCache LoginOnly(SmtpOptions smtp, string password) => new()
    {
        { smtp.Host, smtp.Port, "login", new NetworkCredential(smtp.UserName, password) },
    };
}
