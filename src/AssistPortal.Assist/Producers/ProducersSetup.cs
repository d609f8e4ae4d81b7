using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Feeds;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Producers;

internal static class ProducersSetup
{
    public static IServiceCollection AddProducers(this IServiceCollection services) => services
        .AddScoped<AssignedTimes>()
        .AddScoped<CoverCheck>()
        .AddScoped<ProducerBook>()
        .AddScoped<ProducerAssignments>()
        .AddScoped<ProducerSwaps>()
        .AddScoped<SwapWriter>()
        .AddScoped<ProducerList>()
        .AddScoped<CoverPlans>()
        .AddScoped<CalendarFeeds>()
        .AddScoped<FeedCalendar>();
}
