using AssistPortal.Data;
using AssistPortal.Data.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AssistPortal.Assist.Scheduling;

/// <summary>
/// Clears old changes of reservations away, every hour. A server that would still need them reads all anew.
/// </summary>
internal sealed class ReservationChangeWorker(IServiceScopeFactory scopes, ILogger<ReservationChangeWorker> logger)
    : RepeatedWork(scopes, TimeSpan.FromHours(1), logger)
{
    /// <summary>How many are kept.</summary>
    internal const int Kept = 20_000;

    private const int AtOnce = 5_000;

    /// <summary>Clears some away.</summary>
    /// <returns>Whether there are more.</returns>
    internal static async Task<bool> ClearAsync(PortalDbContext db, int kept, CancellationToken cancellationToken)
    {
        var changes = db.Set<ReservationChange>();
        var ends = await changes.GroupBy(_ => 1)
            .Select(all => new { First = all.Min(change => change.Number), Last = all.Max(change => change.Number) })
            .SingleOrDefaultAsync(cancellationToken);
        if (ends is null || ends.First > ends.Last - kept)
        {
            return false;
        }

        var before = Math.Min(ends.Last - kept + 1, ends.First + AtOnce);
        return await changes.Where(change => change.Number < before).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    protected override Task<bool> RunAsync(IServiceProvider services, CancellationToken stoppingToken) =>
        ClearAsync(services.GetRequiredService<PortalDbContext>(), Kept, stoppingToken);
}
