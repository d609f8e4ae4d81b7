using System.Net.Mail;
using System.Security.Authentication;
using AssistPortal.Mail.Sending;

namespace AssistPortal.Mail.Smtp;

/// <summary>A connection of the framework's client, made with the first mail.</summary>
internal sealed class FrameworkSession(SmtpClient client) : SmtpSession
{
    private const string ReplyMark = "The server response was: ";

    public override void Dispose() => client.Dispose();

    protected override async Task HandOverAsync(Letter letter, CancellationToken cancellationToken)
    {
        try
        {
            // A token would not end the wait for the last reply.
            await using (cancellationToken.Register(client.Dispose))
            {
                await client.SendMailAsync(letter.Message, CancellationToken.None);
            }
        }
        catch (Exception failure) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(failure.Message, failure, cancellationToken);
        }
        catch (SmtpException failure)
        {
            Stage = StageOf(failure, letter.Message);
            throw FaultOf(failure);
        }
    }

    private static SmtpStage StageOf(SmtpException failure, MailMessage message) => failure switch
    {
        SmtpFailedRecipientException => SmtpStage.Recipient,
        // Bodies are read once the server has asked for the mail.
        _ when message.AlternateViews.Any(view => view.ContentStream.Position > 0) => SmtpStage.Content,
        _ => SmtpStage.Server,
    };

    private MailException FaultOf(SmtpException failure)
    {
        if (failure.StatusCode != SmtpStatusCode.GeneralFailure)
        {
            return SmtpReply.FaultOf((int)failure.StatusCode, ReplyOf(failure.Message), Stage, HasDelivered, failure);
        }

        return failure.InnerException switch
        {
            AuthenticationException insecure => new MailException(MailFailure.Insecure, insecure.Message, failure),
            { } broken => new MailException(MailFailure.Unreachable, broken.Message, failure),
            // Of what it does not understand the client says no more than that; before the mail it is about TLS.
            null => new MailException(Stage == SmtpStage.Server ? MailFailure.Insecure : MailFailure.Unreachable, failure.Message, failure),
        };
    }

    private static string ReplyOf(string message)
    {
        var mark = message.IndexOf(ReplyMark, StringComparison.Ordinal);
        return mark < 0 ? message : message[(mark + ReplyMark.Length)..];
    }
}
