using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Producers;

internal static class ProducersSetup
{
    public static IServiceCollection AddProducers(this IServiceCollection services) => services
        .AddScoped<AssignedTimes>()
        .AddScoped<ProducerBook>()
        .AddScoped<ProducerAssignments>()
        .AddScoped<ProducerSwaps>()
        .AddScoped<SwapWriter>()
        .AddScoped<ProducerList>()
        .AddScoped<CoverPlans>();
}
