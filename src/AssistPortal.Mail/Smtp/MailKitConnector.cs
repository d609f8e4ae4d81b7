using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace AssistPortal.Mail.Smtp;

/// <summary>Connections by MailKit: any TLS, password or OAuth2.</summary>
internal sealed class MailKitConnector(IOptions<MailOptions> options, AccessTokens tokens) : ISmtpConnector
{
    /// <inheritdoc />
    public async Task<SmtpSession> ConnectAsync(CancellationToken cancellationToken)
    {
        var smtp = options.Value.Smtp;
        var client = new SmtpClient { CheckCertificateRevocation = false };
        try
        {
            await client.ConnectAsync(smtp.Host, smtp.Port, SecurityOf(smtp), cancellationToken);
            await SignInAsync(client, smtp, cancellationToken);
            return new MailKitSession(client);
        }
        catch (Exception failure)
        {
            var wasConnected = client.IsConnected;
            client.Dispose();
            if (failure is AuthenticationException)
            {
                tokens.Forget();
            }

            if (MailKitFault.Of(failure, SmtpStage.Server, isKnown: false, isSigningIn: wasConnected) is { } fault)
            {
                throw fault;
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
            await client.AuthenticateAsync(smtp.UserName, await SmtpSecrets.PasswordAsync(smtp, cancellationToken), cancellationToken);
        }
    }
}
