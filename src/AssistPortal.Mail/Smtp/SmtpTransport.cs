using AssistPortal.Mail.Mime;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using Microsoft.Extensions.Options;

namespace AssistPortal.Mail.Smtp;

/// <summary>
/// Hands mails to an SMTP server, several at once, each over a connection that lasts for the mails after it.
/// </summary>
internal sealed class SmtpTransport(
    MimeMessageFactory messages, ISmtpConnector connector, IdleSessions idle, IOptions<MailOptions> options) : IMailTransport, IDisposable
{
    private readonly SemaphoreSlim places = new(options.Value.AtOnce);

    /// <inheritdoc />
    public Task SendAsync(OutboxMail mail, CancellationToken cancellationToken) =>
        // The framework's client waits for the last reply on whatever thread it is on, and looks up names without a token.
        Task.Run(() => HandOverAsync(mail, cancellationToken), CancellationToken.None).WaitAsync(cancellationToken);

    public void Dispose() => places.Dispose();

    private async Task HandOverAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        using var message = messages.Create(mail);
        await places.WaitAsync(cancellationToken);
        try
        {
            var letter = new Letter(message, mail.CreatedAt);
            if (idle.Take() is not { } kept || !await TryAsync(kept, letter, cancellationToken))
            {
                await TryAsync(await connector.ConnectAsync(cancellationToken), letter, cancellationToken);
            }
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>False when the server had hung up since the mail before: nothing of this one went out.</summary>
    private async Task<bool> TryAsync(SmtpSession session, Letter letter, CancellationToken cancellationToken)
    {
        var isKept = session.HasDelivered;
        try
        {
            await session.SendAsync(letter, cancellationToken);
        }
        catch (MailException fault) when (isKept && session.Stage == SmtpStage.Server && fault.Failure == MailFailure.Unreachable)
        {
            return false;
        }
        finally
        {
            idle.Keep(session);
        }

        return true;
    }
}
