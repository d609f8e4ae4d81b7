namespace AssistPortal.Mail.Queue;

/// <summary>Why a mail was not sent, as far as anything follows from it.</summary>
public enum MailFailure
{
    /// <summary>The recipient's address takes no mail, for good.</summary>
    Address,

    /// <summary>The mail server does not take the mail, for good (5yz).</summary>
    Refused,

    /// <summary>The mail server asks to come again later (4yz).</summary>
    Deferred,

    /// <summary>The mail server does not answer, not in time, or breaks off.</summary>
    Unreachable,

    /// <summary>No secure connection: the server offers none, or its certificate is not to be trusted.</summary>
    Insecure,

    /// <summary>The mail server does not know the portal's user name and password.</summary>
    SignIn,

    /// <summary>Servers of the portal have ended over it, again and again, without telling how it went.</summary>
    Interrupted,

    /// <summary>Anything else, such as a full disk.</summary>
    Fault,
}

internal static class MailFailures
{
    /// <summary>No further attempt would mend it.</summary>
    public static bool IsFinal(this MailFailure failure) =>
        failure is MailFailure.Address or MailFailure.Refused or MailFailure.Interrupted;

    /// <summary>The next mail would fail the same way.</summary>
    public static bool ConcernsAll(this MailFailure failure) =>
        failure is MailFailure.Unreachable or MailFailure.Insecure or MailFailure.SignIn;
}
