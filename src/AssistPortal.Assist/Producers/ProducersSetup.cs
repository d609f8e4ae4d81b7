using AssistPortal.Data.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Producers;

internal static class ProducersSetup
{
    public static IServiceCollection AddProducers(this IServiceCollection services) => services
        .AddScoped<AssignedTimes>()
        .AddScoped<ProducerBook>()
        .AddScoped<ProducerAssignments>()
        .AddComposed<ProducerSwaps>()
        .AddScoped<SwapWriter>()
        .AddScoped<ProducerList>()
        .AddScoped<CoverPlans>();
}
