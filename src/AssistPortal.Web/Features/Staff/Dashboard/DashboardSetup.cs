namespace AssistPortal.Web.Features.Staff.Dashboard;

internal static class DashboardSetup
{
    public static IServiceCollection AddDashboardPages(this IServiceCollection services) =>
        services.AddScoped<DashboardReader>();
}
