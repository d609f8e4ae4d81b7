using AssistPortal.Mail.Queue;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AssistPortal.Mail.Sending;

/// <summary>Runs <see cref="OutboxBatch"/> for as long as the portal runs.</summary>
internal sealed partial class OutboxWorker(
    IServiceScopeFactory scopes, OutboxSignal signal, ILogger<OutboxWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await SendDueAsync(stoppingToken) == 0)
                {
                    await signal.WaitAsync(Poll, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task<int> SendDueAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<OutboxBatch>().SendDueAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return 0;
        }
#pragma warning disable CA1031 // The database may be away for a while; mails wait in it meanwhile.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogBatchFailed(failure);
            return 0;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The outbox could not be read; it is tried again.")]
    private partial void LogBatchFailed(Exception failure);
}
