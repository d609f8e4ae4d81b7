using AssistPortal.Data.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AssistPortal.Assist.Jobs;

/// <summary>Does the orders of jobs: at once where this process began one, else when it looks again.</summary>
internal sealed class JobWorker(IServiceScopeFactory scopes, JobSignal signal, ILogger<JobWorker> logger)
    : RepeatedWork(scopes, Poll, logger)
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    protected override async Task<bool> RunAsync(IServiceProvider services, CancellationToken stoppingToken)
    {
        await services.GetRequiredService<JobBatch>().RunAsync(stoppingToken);
        return false;
    }

    protected override Task RestAsync(CancellationToken stoppingToken) => signal.WaitAsync(Poll, stoppingToken);
}
