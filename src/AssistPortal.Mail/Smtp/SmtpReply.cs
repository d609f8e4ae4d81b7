using AssistPortal.Mail.Sending;

namespace AssistPortal.Mail.Smtp;

/// <summary>To what a mail server answered.</summary>
internal enum SmtpStage
{
    /// <summary>The connection and the sender, which are those of all mails.</summary>
    Server,

    /// <summary>The recipient's address.</summary>
    Recipient,

    /// <summary>The mail itself.</summary>
    Content,
}

/// <summary>What follows from a mail server's refusal (RFC 5321, RFC 3463, RFC 4954).</summary>
internal static class SmtpReply
{
    /// <summary>The failure with the server's own words.</summary>
    /// <inheritdoc cref="FailureOf" path="/param" />
    public static MailException FaultOf(int code, string text, SmtpStage stage, bool isKnown, Exception failure) =>
        new(FailureOf(code, text, stage, isKnown), $"{code} {text}", failure);

    /// <param name="code">Three digits, from 400.</param>
    /// <param name="text">What follows them; may begin with an enhanced status code such as <c>5.1.1</c>.</param>
    /// <param name="stage">To what it answers.</param>
    /// <param name="isKnown">Whether the server took a mail over the same connection before.</param>
    public static MailFailure FailureOf(int code, string text, SmtpStage stage, bool isKnown)
    {
        var isPolicy = text.StartsWith("5.7.", StringComparison.Ordinal);
        return code switch
        {
            421 => MailFailure.Unreachable,
            530 when text.Contains("STARTTLS", StringComparison.OrdinalIgnoreCase) => MailFailure.Insecure,
            530 or 534 or 535 or 538 => MailFailure.SignIn,
            454 when stage == SmtpStage.Server => MailFailure.Insecure,
            < 500 => MailFailure.Deferred,
            // A server that refused the password, and is not asked again, refuses the first thing after it.
            _ when isPolicy && stage != SmtpStage.Content && !isKnown => MailFailure.SignIn,
            // Greeting and sender are the same for each mail: giving this one up would be giving up all.
            _ when stage == SmtpStage.Server => MailFailure.Unreachable,
            _ when text.StartsWith("5.1.", StringComparison.Ordinal) => MailFailure.Address,
            550 or 551 or 553 when stage == SmtpStage.Recipient && !isPolicy => MailFailure.Address,
            _ => MailFailure.Refused,
        };
    }
}
