using AssistPortal.Data.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials.Timekeeping;

internal static class TimekeepingSetup
{
    public static IServiceCollection AddTimekeeping(this IServiceCollection services) => services
        .AddScoped<TrialSteps>()
        .AddScoped<NoticeBatch>()
        .AddComposed<TrialClock>()
        .AddHostedService<TrialClockWorker>();
}
