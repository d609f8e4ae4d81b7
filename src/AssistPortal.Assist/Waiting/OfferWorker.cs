using AssistPortal.Data.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AssistPortal.Assist.Waiting;

/// <summary>Looks every few seconds whether somebody who waits can be offered a time.</summary>
internal sealed class OfferWorker(IServiceScopeFactory scopes, ILogger<OfferWorker> logger)
    : RepeatedWork(scopes, TimeSpan.FromSeconds(10), logger)
{
    protected override async Task<bool> RunAsync(IServiceProvider services, CancellationToken stoppingToken)
    {
        await services.GetRequiredService<OfferRound>().RunAsync(stoppingToken);
        return false;
    }
}
