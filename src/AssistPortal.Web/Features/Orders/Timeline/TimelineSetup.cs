namespace AssistPortal.Web.Features.Orders.Timeline;

internal static class TimelineSetup
{
    public static IServiceCollection AddTimeline(this IServiceCollection services) => services
        .AddScoped<OrderTimeline>();
}
