using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials.Ending;

internal static class EndingSetup
{
    public static IServiceCollection AddEnding(this IServiceCollection services) => services.AddScoped<TrialEnding>();
}
