using AssistPortal.Web.Features.Resources.History;
using AssistPortal.Web.Features.Resources.Timeline;

namespace AssistPortal.Web.Features.Resources;

internal static class HistorySetup
{
    public static IServiceCollection AddHistoryPages(this IServiceCollection services) => services
        .AddScoped<HistoryList>()
        .AddScoped<HistoryCsv>()
        .AddScoped<OrderTimeline>();
}
