using AssistPortal.Mail.Mime;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using Microsoft.Extensions.Options;
using MimeKit;

namespace AssistPortal.Mail.Smtp;

/// <summary>
/// Hands mails to an SMTP server, several at once, each over a connection that lasts for the mails after it.
/// </summary>
internal sealed class SmtpTransport(
    MimeMessageFactory messages, SmtpConnector connector, IdleSessions idle, IOptions<MailOptions> options)
    : IMailTransport, IDisposable
{
    private readonly SemaphoreSlim places = new(options.Value.AtOnce);

    /// <inheritdoc />
    public async Task SendAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        using var message = messages.Create(mail);
        await places.WaitAsync(cancellationToken);
        try
        {
            var isInternational = MimeFile.InternationalOf(message) is not null;
            if (isInternational || idle.Take() is not { } kept || !await TryAsync(kept, message, cancellationToken))
            {
                await SendAsync(await connector.ConnectAsync(cancellationToken), message, cancellationToken);
            }
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();

    /// <summary>False when the server had hung up since the mail before: nothing of this one went out.</summary>
    private async Task<bool> TryAsync(SmtpSession kept, MimeMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(kept, message, cancellationToken);
            return true;
        }
        catch (MailException fault) when (fault.Failure == MailFailure.Unreachable && kept.Stage == SmtpStage.Server)
        {
            return false;
        }
    }

    private async Task SendAsync(SmtpSession session, MimeMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await session.SendAsync(message, cancellationToken);
        }
        finally
        {
            idle.Keep(session);
        }
    }
}
