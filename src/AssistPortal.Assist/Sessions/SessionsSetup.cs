using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Sessions;

internal static class SessionsSetup
{
    public static IServiceCollection AddSessions(this IServiceCollection services) => services
        .AddScoped<SessionOverviews>()
        .AddScoped<SessionFreeTimes>();
}
