using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Demand;

internal static class DemandSetup
{
    public static IServiceCollection AddDemand(this IServiceCollection services) => services
        .AddScoped<UnmetDemand>();
}
