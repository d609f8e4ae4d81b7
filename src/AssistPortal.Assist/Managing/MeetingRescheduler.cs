using AssistPortal.Assist.Meetings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AssistPortal.Assist.Managing;

/// <summary>
/// Changes a meeting right after its order has moved, beside the request that moved it: that waits as long as a page
/// may wait, and the change goes on without it.
/// </summary>
public sealed partial class MeetingRescheduler
{
    private readonly IServiceScopeFactory scopes;
    private readonly IOptions<DirectoryOptions> options;
    private readonly ILogger<MeetingRescheduler> logger;

    internal MeetingRescheduler(
        IServiceScopeFactory scopes,
        IOptions<DirectoryOptions> options,
        ILogger<MeetingRescheduler> logger)
    {
        this.scopes = scopes;
        this.options = options;
        this.logger = logger;
    }

    /// <summary>
    /// Returns when the change is done or has failed, but after <see cref="DirectoryOptions.Patience"/> in any case.
    /// </summary>
    public async Task RunAsync(Guid updateId) => await RunBesideAsync(updateId)
        .WaitAsync(options.Value.Patience)
        .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task RunBesideAsync(Guid updateId)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<MeetingChanges>().RunAsync(updateId, CancellationToken.None);
        }
#pragma warning disable CA1031 // Nobody may wait for it any more; MeetingChangeWorker tries again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            RunFailed(updateId, failure);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The meeting of update {UpdateId} is still to be changed.")]
    private partial void RunFailed(Guid updateId, Exception failure);
}
