using System.Net.Sockets;
using AssistPortal.Mail.Sending;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace AssistPortal.Mail.Smtp;

/// <summary>What MailKit says of a failure, in the portal's terms.</summary>
internal static class MailKitFault
{
    public static SmtpStage StageOf(SmtpCommandException refusal) => refusal.ErrorCode switch
    {
        SmtpErrorCode.RecipientNotAccepted => SmtpStage.Recipient,
        SmtpErrorCode.MessageNotAccepted => SmtpStage.Content,
        _ => SmtpStage.Server,
    };

    /// <summary>Null where it is none of the mail server's.</summary>
    /// <param name="failure">What the client threw.</param>
    /// <param name="stage">How far the mail came.</param>
    /// <param name="isKnown">Whether the server took a mail over the same connection before.</param>
    /// <param name="isSigningIn">Whether the connection stood already, and user name and password came next.</param>
    public static MailException? Of(Exception failure, SmtpStage stage, bool isKnown, bool isSigningIn) => failure switch
    {
        SmtpCommandException refusal => SmtpReply.FaultOf((int)refusal.StatusCode, refusal.Message, stage, isKnown, failure),
        AuthenticationException => new MailException(MailFailure.SignIn, failure.Message, failure),
        NotSupportedException when isSigningIn => new MailException(MailFailure.SignIn, failure.Message, failure),
        NotSupportedException or SslHandshakeException => new MailException(MailFailure.Insecure, failure.Message, failure),
        ProtocolException or ServiceNotConnectedException or IOException or SocketException =>
            new MailException(MailFailure.Unreachable, failure.Message, failure),
        _ => null,
    };
}
