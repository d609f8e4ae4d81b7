using AssistPortal.Data;
using AssistPortal.Data.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.Assist.Jobs;

/// <summary>
/// One pass over the orders that jobs are to be done to. Any number of servers may run it at once; jobs take turns, so
/// that a small one does not wait for a large one.
/// </summary>
internal sealed class JobBatch(
    PortalDbContext db, IServiceScopeFactory scopes, [FromKeyedServices(Clocks.Real)] IClock clock)
{
    private const int Size = 20;

    /// <summary>Does what is to be done, until nothing is left or other servers have all of it.</summary>
    /// <param name="cancellationToken">Ends the pass after the order that is being done.</param>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        int had;
        do
        {
            had = 0;
            foreach (var key in await DueAsync(cancellationToken))
            {
                if (cancellationToken.IsCancellationRequested)
                {
                    return;
                }

                await using var scope = scopes.CreateAsyncScope();
                had += await scope.ServiceProvider.GetRequiredService<JobItemWork>().RunAsync(key) ? 1 : 0;
            }
        }
        while (had > 0);
    }

    private async Task<IReadOnlyList<JobItemKey>> DueAsync(CancellationToken cancellationToken) =>
        await db.Set<OrderJobItem>()
            .Free(clock.GetCurrentInstant())
            .OrderBy(item => item.Position)
            .ThenBy(item => item.JobId)
            .Select(item => new JobItemKey(item.JobId, item.Position))
            .Take(Size)
            .ToListAsync(cancellationToken);
}
