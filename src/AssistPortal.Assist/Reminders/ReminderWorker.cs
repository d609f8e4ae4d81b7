using AssistPortal.Data.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AssistPortal.Assist.Reminders;

/// <summary>Looks every minute for reminders that are due.</summary>
internal sealed class ReminderWorker(IServiceScopeFactory scopes, ILogger<ReminderWorker> logger)
    : RepeatedWork(scopes, TimeSpan.FromMinutes(1), logger)
{
    protected override async Task<bool> RunAsync(IServiceProvider services, CancellationToken stoppingToken) =>
        await services.GetRequiredService<ReminderBatch>().WriteDueAsync(stoppingToken) > 0;
}
