using AssistPortal.Web.Features.Resources.History;
using AssistPortal.Web.Features.Resources.Timeline;
using FluentValidation;

namespace AssistPortal.Web.Features.Resources;

internal static class HistorySetup
{
    public static IServiceCollection AddHistoryPages(this IServiceCollection services) => services
        .AddSingleton<IValidator<HistoryInput>, HistoryValidator>()
        .AddScoped<HistoryList>()
        .AddScoped<HistoryCsv>()
        .AddScoped<OrderTimeline>();
}
