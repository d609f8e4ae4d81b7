using System.ComponentModel.DataAnnotations;

namespace AssistPortal.Mail;

/// <summary>Settings under <c>Mail:Smtp</c>. Without a host, mails lie in the pickup folder.</summary>
public sealed class SmtpOptions
{
    public string Host { get; set; } = "";

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>Empty where the server asks for none.</summary>
    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";

    public SmtpSecurity Security { get; set; } = SmtpSecurity.Auto;
}

/// <summary>How the connection to the mail server is secured.</summary>
public enum SmtpSecurity
{
    /// <summary><see cref="StartTls"/>, except to a server on this machine, where it is <see cref="None"/>.</summary>
    Auto,

    None,

    /// <summary>STARTTLS; a server that does not offer it gets no mail.</summary>
    StartTls,

    /// <summary>TLS from the first octet, as on port 465. The framework's client can't: it takes the MailKit transport.</summary>
    ImplicitTls,
}
