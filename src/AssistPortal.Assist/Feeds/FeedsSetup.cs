using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Feeds;

internal static class FeedsSetup
{
    public static IServiceCollection AddFeeds(this IServiceCollection services) => services
        .AddScoped<CalendarFeeds>()
        .AddScoped<FeedCalendar>();
}
