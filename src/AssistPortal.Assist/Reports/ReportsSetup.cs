using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Reports;

internal static class ReportsSetup
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddScoped<MonthlyFigures>();
}
