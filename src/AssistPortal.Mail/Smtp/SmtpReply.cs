using AssistPortal.Mail.Queue;

namespace AssistPortal.Mail.Smtp;

/// <summary>What follows from a mail server's refusal (RFC 5321, RFC 3463, RFC 4954).</summary>
internal static class SmtpReply
{
    /// <param name="code">Three digits, from 400.</param>
    /// <param name="text">What follows them; may begin with an enhanced status code such as <c>5.1.1</c>.</param>
    /// <param name="stage">To what it answers.</param>
    public static MailFailure FailureOf(int code, string text, SmtpStage stage) => code switch
    {
        421 => MailFailure.Unreachable,
        530 when text.Contains("STARTTLS", StringComparison.OrdinalIgnoreCase) => MailFailure.Insecure,
        530 or 534 or 535 or 538 => MailFailure.SignIn,
        454 when stage == SmtpStage.Server => MailFailure.Insecure,
        < 500 => MailFailure.Deferred,
        // The mail's size is told with the sender.
        552 => MailFailure.Refused,
        // Greeting and sender are the same for each mail: giving this one up would be giving up all.
        _ when stage is SmtpStage.Server or SmtpStage.SignIn => MailFailure.Unreachable,
        _ when text.StartsWith("5.1.", StringComparison.Ordinal) => MailFailure.Address,
        550 or 551 or 553 when stage == SmtpStage.Recipient && !text.StartsWith("5.7.", StringComparison.Ordinal) =>
            MailFailure.Address,
        _ => MailFailure.Refused,
    };
}
