using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace AssistPortal.Mail.Smtp;

/// <summary>Makes connections to the mail server of the settings, and signs in by password or access token.</summary>
internal sealed class SmtpConnector(IOptions<MailOptions> options, AccessTokens tokens)
{
    /// <summary>A connection over which mails may go.</summary>
    /// <exception cref="MailException">It can't be made.</exception>
    public async Task<SmtpSession> ConnectAsync(CancellationToken cancellationToken)
    {
        var smtp = options.Value.Smtp;
        var session = new SmtpSession(options.Value.SendTimeout);
        try
        {
            await session.DoAsync(
                SmtpStage.Server,
                client => client.ConnectAsync(smtp.Host, smtp.Port, SecurityOf(smtp), cancellationToken));
            await session.DoAsync(SmtpStage.SignIn, client => SignInAsync(client, smtp, cancellationToken));
            return session;
        }
        catch (Exception failure)
        {
            session.Dispose();
            if (failure is MailException { Failure: MailFailure.SignIn })
            {
                tokens.Forget();
            }

            throw;
        }
    }

    private static SecureSocketOptions SecurityOf(SmtpOptions smtp) => smtp.EffectiveSecurity switch
    {
        SmtpSecurity.ImplicitTls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    private async Task SignInAsync(SmtpClient client, SmtpOptions smtp, CancellationToken cancellationToken)
    {
        if (smtp.OAuth2.IsSet)
        {
            var token = await tokens.GetAsync(cancellationToken);
            await client.AuthenticateAsync(
                client.AuthenticationMechanisms.Contains("OAUTHBEARER")
                    ? new SaslMechanismOAuthBearer(smtp.UserName, token)
                    : new SaslMechanismOAuth2(smtp.UserName, token),
                cancellationToken);
        }
        else if (smtp.UserName.Length > 0)
        {
            await client.AuthenticateAsync(
                smtp.UserName, await SmtpSecrets.PasswordAsync(smtp, cancellationToken), cancellationToken);
        }
    }
}
