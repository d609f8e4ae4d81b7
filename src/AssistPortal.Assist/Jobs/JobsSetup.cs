using AssistPortal.Data.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Jobs;

internal static class JobsSetup
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddOptions<JobOptions>().BindConfiguration("Jobs").ValidateDataAnnotations().ValidateOnStart();
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
