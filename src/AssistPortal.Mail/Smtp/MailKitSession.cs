using AssistPortal.Mail.Mime;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace AssistPortal.Mail.Smtp;

/// <summary>A connection of MailKit's client. The octets are those that the pickup folder gets.</summary>
internal sealed class MailKitSession(SmtpClient client) : SmtpSession
{
    public override void Dispose()
    {
        if (IsFit)
        {
            SayGoodBye();
        }

        client.Dispose();
    }

    protected override async Task HandOverAsync(Letter letter, CancellationToken cancellationToken)
    {
        using var octets = new MemoryStream(await MimeFile.WriteAsync(letter.Message, letter.Date, cancellationToken));
        using var message = await MimeMessage.LoadAsync(octets, cancellationToken);
        var progress = new Progress(this);
        try
        {
            await client.SendAsync(message, cancellationToken, progress);
        }
        catch (Exception failure)
        {
            Stage = failure is SmtpCommandException refusal ? MailKitFault.StageOf(refusal) : Stage;
            if (MailKitFault.Of(failure, Stage, HasDelivered, isSigningIn: false) is { } fault)
            {
                throw fault;
            }

            throw;
        }
    }

    private void SayGoodBye()
    {
        try
        {
            client.Disconnect(quit: true);
        }
        catch (Exception failure) when (MailKitFault.Of(failure, SmtpStage.Server, isKnown: true, isSigningIn: false) is not null)
        {
            // The server has gone first.
        }
    }

    /// <summary>Hears when the mail itself is on its way.</summary>
    private sealed class Progress(MailKitSession session) : ITransferProgress
    {
        public void Report(long bytesTransferred, long totalSize) => Report(bytesTransferred);

        public void Report(long bytesTransferred) => session.Stage = SmtpStage.Content;
    }
}
