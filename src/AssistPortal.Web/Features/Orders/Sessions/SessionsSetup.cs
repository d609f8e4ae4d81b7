namespace AssistPortal.Web.Features.Orders.Sessions;

internal static class SessionsSetup
{
    public static IServiceCollection AddSessions(this IServiceCollection services) => services
        .AddScoped<SessionPages>()
        .AddScoped<SessionPlanPages>()
        .AddScoped<SessionPlanReader>()
        .AddScoped<SessionWords>();
}
