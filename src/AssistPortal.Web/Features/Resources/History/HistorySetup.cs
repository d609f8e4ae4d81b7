namespace AssistPortal.Web.Features.Resources.History;

internal static class HistorySetup
{
    public static IServiceCollection AddHistoryPages(this IServiceCollection services) => services
        .AddScoped<HistoryList>()
        .AddScoped<HistoryCsv>();
}
