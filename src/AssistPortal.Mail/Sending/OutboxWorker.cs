using System.Diagnostics;
using AssistPortal.Data.Work;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Watching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AssistPortal.Mail.Sending;

/// <summary>Empties the outbox: at once after a commit of this process, else when it looks again.</summary>
internal sealed class OutboxWorker(
    IServiceScopeFactory scopes, OutboxSignal signal, IOptions<MailOptions> options, ILogger<OutboxWorker> logger)
    : RepeatedWork(scopes, Poll, logger)
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    private bool isServerAway;
    private long? readAt;

    protected override async Task<bool> RunAsync(IServiceProvider services, CancellationToken stoppingToken)
    {
        var outcome = await services.GetRequiredService<OutboxBatch>().SendDueAsync(stoppingToken);
        isServerAway = outcome.IsServerAway;
        if (readAt is not { } last || Stopwatch.GetElapsedTime(last) >= Poll)
        {
            readAt = Stopwatch.GetTimestamp();
            await services.GetRequiredService<OutboxAge>().ReadAsync(stoppingToken);
        }

        return false;
    }

    protected override Task RestAsync(CancellationToken stoppingToken) =>
        isServerAway ? Task.Delay(options.Value.ServerRest, stoppingToken) : signal.WaitAsync(Poll, stoppingToken);
}
