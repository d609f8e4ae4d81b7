using AssistPortal.Mail.Queue;

namespace AssistPortal.Mail.Sending;

/// <summary>
/// A mail was not sent. The message is shown to staff, and may name the recipient: it is not for logs.
/// </summary>
internal sealed class MailException(MailFailure failure, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    public MailFailure Failure { get; } = failure;

    /// <summary>What the server said of that failure, or null where it said nothing.</summary>
    internal static MailFailure Of(Exception failure) =>
        failure is MailException known ? known.Failure : MailFailure.Fault;
}
