using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AssistPortal.Assist.Managing;

/// <summary>Looks after the meeting changes that a server which died has left: see <see cref="MeetingChanges"/>.</summary>
internal sealed partial class MeetingChangeWorker(IServiceScopeFactory scopes, ILogger<MeetingChangeWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Poll);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await RunAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal stops.
        }
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<MeetingChanges>().RunDueAsync(stoppingToken);
        }
#pragma warning disable CA1031 // The database may be away for a while.
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            RunFailed(failure);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Left meeting changes could not be read; that is tried again.")]
    private partial void RunFailed(Exception failure);
}
