using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Assist.Ordering;

/// <summary>Keeps the number of drafts, and of what they hold, in bounds.</summary>
public sealed class DraftShelf(PortalDbContext db, IOptions<OrderingOptions> options, IClock clock)
{
    // For that long, a host who comes back late still finds the producer if nobody else took the time.
    private static readonly Duration Forgotten = Duration.FromDays(1);

    /// <summary>
    /// Makes room for another draft of the host. Of all hosts, drafts that have run out go, and holds that ran out
    /// long ago.
    /// </summary>
    public async Task MakeRoomAsync(Guid hostUserId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var longAgo = now - Forgotten;
        var drafts = db.Set<OrderDraft>();
        var tooMany = await drafts
            .Where(draft => draft.HostUserId == hostUserId)
            .OrderByDescending(draft => draft.ExpiresAt)
            .Select(draft => draft.Id)
            .Skip(options.Value.MostDrafts - 1)
            .ToListAsync(cancellationToken);
        await drafts
            .Where(draft => draft.ExpiresAt < now || tooMany.Contains(draft.Id))
            .ExecuteDeleteAsync(cancellationToken);
        await db.Set<Reservation>()
            .Where(hold => hold.HoldUntil < longAgo
                || (hold.HoldUntil != null && hold.DraftId != null && tooMany.Contains(hold.DraftId.Value)))
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>
    /// Frees the oldest of what a host's other drafts hold, beyond the number that one host may hold at a time.
    /// </summary>
    /// <param name="hostUserId">The host.</param>
    /// <param name="draftId">The draft for which the host is about to hold.</param>
    /// <param name="cancellationToken">Ends the act.</param>
    public async Task LimitHoldsAsync(Guid hostUserId, Guid draftId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var tooMany = await db.Set<Reservation>()
            .Where(hold => hold.HoldUntil > now && hold.DraftId != draftId)
            .Where(hold => db.Set<OrderDraft>().Any(draft => draft.Id == hold.DraftId && draft.HostUserId == hostUserId))
            .OrderByDescending(hold => hold.HoldUntil)
            .Select(hold => hold.Id)
            .Skip(options.Value.MostHolds - 1)
            .ToListAsync(cancellationToken);
        if (tooMany.Count > 0)
        {
            await db.Set<Reservation>()
                .Where(hold => hold.HoldUntil != null && tooMany.Contains(hold.Id))
                .ExecuteDeleteAsync(cancellationToken);
        }
    }
}
