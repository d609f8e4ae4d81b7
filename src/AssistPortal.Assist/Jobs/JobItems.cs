using AssistPortal.Data;
using AssistPortal.Data.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Jobs;

internal static class JobItems
{
    public static IQueryable<OrderJobItem> JobItem(this PortalDbContext db, JobItemKey key) =>
        db.Set<OrderJobItem>().Where(item => item.JobId == key.JobId && item.Position == key.Position);

    /// <summary>Those that are to be done and that no server has to itself.</summary>
    public static IQueryable<OrderJobItem> Free(this IQueryable<OrderJobItem> items, Instant now) => items
        .Where(item => item.State == JobItemState.Waiting)
        .WithoutLease(item => item.LeaseUntil, now, JobItemWork.Lease);

    /// <summary>Those that this server has.</summary>
    public static IQueryable<OrderJobItem> HeldBy(this IQueryable<OrderJobItem> items, Guid owner) =>
        items.Where(item => item.State == JobItemState.Waiting && item.LeaseOwner == owner);

    /// <summary>Ends them without an act.</summary>
    /// <returns>How many there were.</returns>
    public static Task<int> EndAsync(
        this IQueryable<OrderJobItem> items,
        JobItemState state,
        JobRefusal? refusal,
        Instant now,
        CancellationToken cancellationToken)
    {
        Instant? ended = now;
        return items.ExecuteUpdateAsync(
            set => set
                .SetProperty(item => item.State, state)
                .SetProperty(item => item.Refusal, refusal)
                .SetProperty(item => item.EndedAt, ended)
                .SetProperty(item => item.LeaseOwner, (Guid?)null)
                .SetProperty(item => item.LeaseUntil, (Instant?)null),
            cancellationToken);
    }
}
