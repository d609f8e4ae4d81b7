using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AssistPortal.Mail.Smtp;

internal static class SmtpSetup
{
    public static IServiceCollection AddSmtp(this IServiceCollection services) => services
        .AddHttpClient()
        .AddSingleton<IValidateOptions<MailOptions>, SmtpOptionsValidator>()
        .AddSingleton<AccessTokens>()
        .AddSingleton<SmtpConnector>()
        .AddSingleton<IdleSessions>();
}
