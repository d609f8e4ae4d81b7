namespace AssistPortal.Web.Features.MyTrial.Export;

internal static class ExportSetup
{
    public static IServiceCollection AddExportPages(this IServiceCollection services) =>
        services.AddScoped<ExportFiles>();
}
