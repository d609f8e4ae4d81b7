using AssistPortal.Data.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Data.Work;

internal static class WorkSetup
{
    public static IServiceCollection AddWork(this IServiceCollection services)
    {
        services.AddSettings<WorkOptions>("Work");
        return services.AddSingleton<FirstRound>();
    }
}
