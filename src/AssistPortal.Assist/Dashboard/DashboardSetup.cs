using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Dashboard;

internal static class DashboardSetup
{
    public static IServiceCollection AddDashboard(this IServiceCollection services) => services
        .AddScoped<DeskFigures>()
        .AddScoped<WeeklyFigures>()
        .AddScoped<WorkLoad>();
}
