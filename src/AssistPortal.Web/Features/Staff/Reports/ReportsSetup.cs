namespace AssistPortal.Web.Features.Staff.Reports;

internal static class ReportsSetup
{
    public static IServiceCollection AddReportPages(this IServiceCollection services) => services
        .AddScoped<ReportReader>()
        .AddScoped<ReportCsv>();
}
