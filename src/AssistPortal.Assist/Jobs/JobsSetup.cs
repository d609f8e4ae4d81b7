using AssistPortal.Data.Composition;
using AssistPortal.Data.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Jobs;

internal static class JobsSetup
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddSettings<JobOptions>("Jobs");
        return services
            .AddScoped<JobForecasts>()
            .AddComposed<OrderJobs>()
            .AddScoped<JobActs>()
            .AddScoped<JobItemWork>()
            .AddScoped<JobBatch>()
            .AddScoped<JobRetention>()
            .AddSingleton<JobSignal>()
            .AddHostedService<JobWorker>()
            .AddHostedService<JobRetentionWorker>();
    }
}
