using AssistPortal.Data.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AssistPortal.Assist.Jobs;

/// <summary>Looks every hour for jobs that have been kept long enough.</summary>
internal sealed class JobRetentionWorker(IServiceScopeFactory scopes, ILogger<JobRetentionWorker> logger)
    : RepeatedWork(scopes, TimeSpan.FromHours(1), logger)
{
    protected override async Task<bool> RunAsync(IServiceProvider services, CancellationToken stoppingToken)
    {
        await services.GetRequiredService<JobRetention>().RemoveAsync(stoppingToken);
        return false;
    }
}
