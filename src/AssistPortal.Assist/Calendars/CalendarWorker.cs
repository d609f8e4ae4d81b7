using AssistPortal.Data.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AssistPortal.Assist.Calendars;

/// <summary>Looks again and again for calendars that are to be read.</summary>
internal sealed class CalendarWorker(IServiceScopeFactory scopes, ILogger<CalendarWorker> logger)
    : RepeatedWork(scopes, TimeSpan.FromSeconds(20), logger)
{
    protected override Task<bool> RunAsync(IServiceProvider services, CancellationToken stoppingToken) =>
        services.GetRequiredService<CalendarReadings>().ReadNextAsync(stoppingToken);
}
