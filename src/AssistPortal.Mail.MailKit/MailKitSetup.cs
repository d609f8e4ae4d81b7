using AssistPortal.Mail.Smtp;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Mail.MailKit;

public static class MailKitSetup
{
    /// <summary>
    /// Has mails go to the mail server by MailKit, which also knows implicit TLS and OAuth2. Is called before
    /// <see cref="MailSetup.AddMail"/>.
    /// </summary>
    public static IServiceCollection AddMailKitTransport(this IServiceCollection services)
    {
        services.AddHttpClient();
        services.AddSingleton<AccessTokens>();
        return services.AddSingleton<ISmtpConnector, MailKitConnector>();
    }
}
