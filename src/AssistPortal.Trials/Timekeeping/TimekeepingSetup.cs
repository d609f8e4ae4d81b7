using AssistPortal.Data.Composition;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AssistPortal.Trials.Timekeeping;

internal static class TimekeepingSetup
{
    public static IServiceCollection AddTimekeeping(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<ClockWatch>()
            .AddScoped<TrialSteps>()
            .AddScoped<NoticeBatch>()
            .AddComposed<TrialClock>()
            .AddHostedService<TrialClockWorker>();
    }
}
