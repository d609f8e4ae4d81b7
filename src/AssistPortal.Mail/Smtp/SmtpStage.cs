namespace AssistPortal.Mail.Smtp;

/// <summary>What a mail server was asked.</summary>
internal enum SmtpStage
{
    /// <summary>The connection and the sender, which are those of all mails.</summary>
    Server,

    /// <summary>Whether it knows the portal's user name and password.</summary>
    SignIn,

    /// <summary>The recipient's address.</summary>
    Recipient,

    /// <summary>The mail itself.</summary>
    Content,
}
