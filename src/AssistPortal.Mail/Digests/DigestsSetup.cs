using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Mail.Digests;

internal static class DigestsSetup
{
    public static IServiceCollection AddDigests(this IServiceCollection services) => services
        .AddScoped<MailDigests>()
        .AddSingleton<DigestMail>()
        .AddHostedService<DigestWorker>();
}
