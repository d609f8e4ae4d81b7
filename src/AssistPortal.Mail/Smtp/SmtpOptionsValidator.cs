using Microsoft.Extensions.Options;

namespace AssistPortal.Mail.Smtp;

/// <summary>
/// Refuses settings of the mail server that can't work. What it says names the setting and never its value.
/// </summary>
internal sealed class SmtpOptionsValidator : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        List<string> faults = [.. FaultsOf(options.Smtp), .. FaultsOf(options.Smtp.OAuth2)];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsOf(SmtpOptions smtp)
    {
        var hasPassword = smtp.Password.Length > 0 || smtp.PasswordFile.Length > 0;
        if (smtp.Host.Length > 0 && Uri.CheckHostName(smtp.Host) == UriHostNameType.Unknown)
        {
            yield return "Mail:Smtp:Host is no host name or address; the port is a setting of its own, Mail:Smtp:Port.";
        }

        if (!Enum.IsDefined(smtp.Security))
        {
            yield return "Mail:Smtp:Security is none of Auto, None, StartTls, ImplicitTls.";
        }

        if (smtp.Password.Length > 0 && smtp.PasswordFile.Length > 0)
        {
            yield return "Mail:Smtp: set either Password or PasswordFile.";
        }

        if (smtp.UserName.Length == 0 && (hasPassword || smtp.OAuth2.IsSet))
        {
            yield return "Mail:Smtp:UserName is missing.";
        }

        if (smtp.UserName.Length > 0 && hasPassword == smtp.OAuth2.IsSet)
        {
            yield return "Mail:Smtp:UserName needs one of Password, PasswordFile and OAuth2.";
        }
    }

    private static IEnumerable<string> FaultsOf(SmtpOAuth2Options oauth)
    {
        if (!oauth.IsSet)
        {
            yield break;
        }

        if (!Uri.TryCreate(oauth.TokenEndpoint, UriKind.Absolute, out var endpoint)
            || (endpoint.Scheme != Uri.UriSchemeHttps && !endpoint.IsLoopback))
        {
            yield return "Mail:Smtp:OAuth2:TokenEndpoint is no https address.";
        }

        if (oauth.ClientId.Length == 0)
        {
            yield return "Mail:Smtp:OAuth2:ClientId is missing.";
        }

        if (oauth.ClientSecret.Length > 0 == oauth.ClientSecretFile.Length > 0)
        {
            yield return "Mail:Smtp:OAuth2: set either ClientSecret or ClientSecretFile.";
        }
    }
}
