using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AssistPortal.Data.Work;

/// <summary>
/// Work that is done again and again for as long as the portal runs, each time in a scope of its own. It lies in the
/// database, so a round that fails costs nothing but time.
/// </summary>
public abstract partial class RepeatedWork(
    IServiceScopeFactory scopes, TimeSpan pause, ILogger logger) : BackgroundService
{
    /// <summary>One round.</summary>
    /// <returns>Whether there may be more to do at once.</returns>
    protected abstract Task<bool> RunAsync(IServiceProvider services, CancellationToken stoppingToken);

    /// <summary>Waits for the next round.</summary>
    protected virtual Task RestAsync(CancellationToken stoppingToken) => Task.Delay(pause, stoppingToken);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await BeginAsync(stoppingToken);
            while (!stoppingToken.IsCancellationRequested)
            {
                if (!await RunSafelyAsync(stoppingToken))
                {
                    await RestAsync(stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal stops.
        }
        catch (ObjectDisposedException)
        {
            // It did not even start: nobody stops the work before its services go.
        }
    }

    private async Task BeginAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (scope.ServiceProvider.GetService<FirstRound>() is { } first)
        {
            await first.WaitAsync(stoppingToken);
        }
    }

    private async Task<bool> RunSafelyAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await RunAsync(scope.ServiceProvider, stoppingToken);
        }
#pragma warning disable CA1031 // The database may be away for a while.
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogRoundFailed(GetType().Name, failure);
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "{Work} failed; it is tried again.")]
    private partial void LogRoundFailed(string work, Exception failure);
}
