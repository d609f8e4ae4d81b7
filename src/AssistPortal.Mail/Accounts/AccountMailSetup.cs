using AssistPortal.Data.Accounts;
using AssistPortal.Data.Composition;
using AssistPortal.Mail.Samples;
using AssistPortal.Mail.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Mail.Accounts;

public static class AccountMailSetup
{
    /// <summary>Mails about accounts. They need the accounts.</summary>
    public static IServiceCollection AddAccountMails(this IServiceCollection services) => services
        .AddSingleton<PasswordLinkMail>()
        .AddSingleton<AccountNewsMail>()
        .AddScoped<IAccountNews, AccountNews>()
        .AddComposed<AccountMails>()
        .AddScoped<RequestedPasswords>()
        .AddHostedService<RequestedPasswordsWorker>()
        .AddScoped<IMailSecret, PasswordLinkSecret>()
        .AddSample(PasswordLink.Invitation)
        .AddSample(PasswordLink.Password)
        .AddNewsSamples();

    private static IServiceCollection AddSample(this IServiceCollection services, PasswordLink link) =>
        services.AddScoped<IMailSample>(
            provider => new PasswordLinkSample(link, provider.GetRequiredService<PasswordLinkMail>()));

    private static IServiceCollection AddNewsSamples(this IServiceCollection services)
    {
        foreach (var change in Enum.GetValues<AccountChange>())
        {
            services.AddScoped<IMailSample>(
                provider => new AccountNewsSample(change, provider.GetRequiredService<AccountNewsMail>()));
        }

        return services;
    }
}
