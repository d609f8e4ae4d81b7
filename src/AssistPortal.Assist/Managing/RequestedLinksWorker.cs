using AssistPortal.Data.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AssistPortal.Assist.Managing;

/// <summary>Looks every few seconds for links that were asked for.</summary>
internal sealed class RequestedLinksWorker(IServiceScopeFactory scopes, ILogger<RequestedLinksWorker> logger)
    : RepeatedWork(scopes, TimeSpan.FromSeconds(5), logger)
{
    protected override async Task<bool> RunAsync(IServiceProvider services, CancellationToken stoppingToken) =>
        await services.GetRequiredService<RequestedLinks>().MailAsync(stoppingToken) > 0;
}
