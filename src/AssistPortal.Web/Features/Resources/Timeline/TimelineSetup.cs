namespace AssistPortal.Web.Features.Resources.Timeline;

internal static class TimelineSetup
{
    public static IServiceCollection AddTimeline(this IServiceCollection services) => services
        .AddScoped<OrderTimeline>();
}
