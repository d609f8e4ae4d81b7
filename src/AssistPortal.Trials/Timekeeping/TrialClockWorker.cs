using AssistPortal.Data.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AssistPortal.Trials.Timekeeping;

/// <summary>Looks every minute for what time brings.</summary>
internal sealed class TrialClockWorker(
    IServiceScopeFactory scopes, ClockWatch watch, ILogger<TrialClockWorker> logger)
    : RepeatedWork(scopes, TimeSpan.FromMinutes(1), logger)
{
    protected override async Task<bool> RunAsync(IServiceProvider services, CancellationToken stoppingToken)
    {
        await services.GetRequiredService<TrialClock>().RunDueAsync(stoppingToken, watch.IsSteady());
        return false;
    }
}
