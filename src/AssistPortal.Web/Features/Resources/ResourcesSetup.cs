using AssistPortal.Web.Features.Resources.History;
using AssistPortal.Web.Features.Resources.Timeline;

namespace AssistPortal.Web.Features.Resources;

internal static class ResourcesSetup
{
    public static IServiceCollection AddResourcePages(this IServiceCollection services) => services
        .AddScoped<OrderPages>()
        .AddTimeline()
        .AddHistoryPages();
}
