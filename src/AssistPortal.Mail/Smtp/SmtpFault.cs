using System.Net.Sockets;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace AssistPortal.Mail.Smtp;

/// <summary>What MailKit says of a failure, in the portal's terms.</summary>
internal static class SmtpFault
{
    /// <summary>Null where it is none of the mail server's.</summary>
    /// <param name="failure">What the client threw.</param>
    /// <param name="stage">What the server was asked.</param>
    public static MailException? Of(Exception failure, SmtpStage stage) => failure switch
    {
        SmtpCommandException refusal => Refusal((int)refusal.StatusCode, stage, failure),
        ServiceNotAuthenticatedException => Refusal((int)SmtpStatusCode.AuthenticationRequired, stage, failure),
        AuthenticationException => new MailException(MailFailure.SignIn, failure.Message, failure),
        NotSupportedException when stage == SmtpStage.SignIn =>
            new MailException(MailFailure.SignIn, failure.Message, failure),
        NotSupportedException or SslHandshakeException =>
            new MailException(MailFailure.Insecure, failure.Message, failure),
        ProtocolException or ServiceNotConnectedException or IOException or SocketException or TimeoutException =>
            new MailException(MailFailure.Unreachable, failure.Message, failure),
        _ => null,
    };

    private static MailException Refusal(int code, SmtpStage stage, Exception failure) =>
        new(SmtpReply.FailureOf(code, failure.Message, stage), $"{code} {failure.Message}", failure);
}
