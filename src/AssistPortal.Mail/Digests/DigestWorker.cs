using AssistPortal.Data.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AssistPortal.Mail.Digests;

/// <summary>Looks every minute for digests that are due.</summary>
internal sealed class DigestWorker(IServiceScopeFactory scopes, ILogger<DigestWorker> logger)
    : RepeatedWork(scopes, TimeSpan.FromMinutes(1), logger)
{
    protected override async Task<bool> RunAsync(IServiceProvider services, CancellationToken stoppingToken) =>
        await services.GetRequiredService<MailDigests>().WriteDueAsync(stoppingToken) > 0;
}
