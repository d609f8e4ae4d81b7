using AssistPortal.Data.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AssistPortal.Assist.Managing;

/// <summary>
/// Looks after the meeting changes that a server which died has left: see <see cref="MeetingChanges"/>.
/// </summary>
internal sealed class MeetingChangeWorker(IServiceScopeFactory scopes, ILogger<MeetingChangeWorker> logger)
    : RepeatedWork(scopes, TimeSpan.FromMinutes(1), logger)
{
    protected override async Task<bool> RunAsync(IServiceProvider services, CancellationToken stoppingToken)
    {
        await services.GetRequiredService<MeetingChanges>().RunDueAsync(stoppingToken);
        return false;
    }
}
