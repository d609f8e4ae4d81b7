using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.Extensions.Options;

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

    /// <summary>
    /// A file that holds nothing but the password, such as a mounted secret. It is read with each connection.
    /// </summary>
    public string PasswordFile { get; set; } = "";

    public SmtpSecurity Security { get; set; } = SmtpSecurity.Auto;

    [ValidateObjectMembers]
    public SmtpOAuth2Options OAuth2 { get; set; } = new();

    /// <summary><see cref="Security"/> with <see cref="SmtpSecurity.Auto"/> decided.</summary>
    internal SmtpSecurity EffectiveSecurity => Security switch
    {
        SmtpSecurity.Auto when IsThisMachine => SmtpSecurity.None,
        SmtpSecurity.Auto => SmtpSecurity.StartTls,
        _ => Security,
    };

    private bool IsThisMachine => string.Equals(Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));
}

/// <summary>
/// Settings under <c>Mail:Smtp:OAuth2</c>: instead of a password, an access token that the portal gets for itself
/// (client credentials, RFC 6749).
/// </summary>
public sealed class SmtpOAuth2Options
{
    /// <summary>Where tokens are had; empty signs in by password. Its other settings count only with it.</summary>
    public string TokenEndpoint { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>A file that holds nothing but the client's secret. It is read with each token.</summary>
    public string ClientSecretFile { get; set; } = "";

    /// <summary>What the token is for, such as <c>https://outlook.office365.com/.default</c>.</summary>
    public string Scope { get; set; } = "";

    internal bool IsSet => TokenEndpoint.Length > 0;
}

/// <summary>How the connection to the mail server is secured.</summary>
public enum SmtpSecurity
{
    /// <summary><see cref="StartTls"/>, except to a server on this machine, where it is <see cref="None"/>.</summary>
    Auto,

    None,

    /// <summary>STARTTLS; a server that does not offer it gets no mail.</summary>
    StartTls,

    /// <summary>TLS from the first octet, as on port 465.</summary>
    ImplicitTls,
}
