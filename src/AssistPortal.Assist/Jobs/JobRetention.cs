using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Assist.Jobs;

/// <summary>Removes jobs that nobody looks at any more. What they did stays in the audit trail.</summary>
internal sealed class JobRetention(PortalDbContext db, IOptions<JobOptions> options, IClock clock)
{
    /// <summary>For so long a choice of orders is kept that nobody has agreed to.</summary>
    public static readonly Duration Unbegun = Duration.FromDays(1);

    /// <returns>How many jobs went, with their items.</returns>
    public Task<int> RemoveAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var (unbegun, begun) = (now - Unbegun, now - Duration.FromDays(options.Value.KeepDays));
        return db.Set<OrderJob>()
            .Where(job => job.CreatedAt < unbegun
                && (job.BegunAt == null || job.BegunAt < begun)
                && !db.Set<OrderJobItem>().Any(item => item.JobId == job.Id && item.State == JobItemState.Waiting))
            .ExecuteDeleteAsync(cancellationToken);
    }
}
