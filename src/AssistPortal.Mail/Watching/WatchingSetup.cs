using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Mail.Watching;

internal static class WatchingSetup
{
    public static IServiceCollection AddWatching(this IServiceCollection services) => services
        .AddMetrics()
        .AddSingleton<MailMetrics>()
        .AddScoped<OutboxAge>()
        .AddHealthChecks().AddCheck<OutboxHealthCheck>("mail").Services;
}
