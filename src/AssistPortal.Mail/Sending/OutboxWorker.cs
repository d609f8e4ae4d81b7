using AssistPortal.Data.Work;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Watching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AssistPortal.Mail.Sending;

/// <summary>Empties the outbox: at once after a commit of this process, else when it looks again.</summary>
internal sealed class OutboxWorker(IServiceScopeFactory scopes, OutboxSignal signal, ILogger<OutboxWorker> logger)
    : RepeatedWork(scopes, Poll, logger)
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    /// <summary>How long a mail server that is away is left alone.</summary>
    private static readonly TimeSpan ServerRest = TimeSpan.FromSeconds(15);

    private bool isServerAway;

    protected override async Task<bool> RunAsync(IServiceProvider services, CancellationToken stoppingToken)
    {
        var outcome = await services.GetRequiredService<OutboxBatch>().SendDueAsync(stoppingToken);
        isServerAway = outcome.IsServerAway;
        await services.GetRequiredService<OutboxAge>().ReadAsync(stoppingToken);
        return false;
    }

    protected override Task RestAsync(CancellationToken stoppingToken) =>
        isServerAway ? Task.Delay(ServerRest, stoppingToken) : signal.WaitAsync(Poll, stoppingToken);
}
