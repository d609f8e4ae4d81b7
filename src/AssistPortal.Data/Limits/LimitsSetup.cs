using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Data.Limits;

internal static class LimitsSetup
{
    public static IServiceCollection AddLimits(this IServiceCollection services) => services.AddScoped<AttemptLimits>();
}
