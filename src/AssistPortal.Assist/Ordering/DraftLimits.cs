using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Assist.Ordering;

/// <summary>Keeps the number of drafts, and of what they hold, in bounds.</summary>
public sealed class DraftLimits
{
    // Most that one request clears away, so that nobody waits for what others have left.
    private const int AtOnce = 100;

    private readonly PortalDbContext db;
    private readonly IOptions<OrderingOptions> options;
    private readonly IClock clock;

    internal DraftLimits(PortalDbContext db, IOptions<OrderingOptions> options, IClock clock) =>
        (this.db, this.options, this.clock) = (db, options, clock);

    /// <summary>Makes room for another draft of that user. Of everybody, drafts that have run out go.</summary>
    public async Task MakeRoomAsync(Guid userId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var drafts = db.Set<OrderDraft>();
        var going = await drafts.Where(draft => draft.ExpiresAt < now)
            .OrderBy(draft => draft.ExpiresAt)
            .Select(draft => draft.Id)
            .Take(AtOnce)
            .Union(drafts
                .Where(draft => draft.OpenedById == userId)
                .OrderByDescending(draft => draft.ExpiresAt)
                .Select(draft => draft.Id)
                .Skip(options.Value.MostDrafts - 1)
                .Take(AtOnce))
            .ToListAsync(cancellationToken);
        if (going.Count == 0)
        {
            return;
        }

        await db.Set<Reservation>()
            .Where(hold => hold.HoldUntil != null && hold.DraftId != null && going.Contains(hold.DraftId.Value))
            .ExecuteDeleteAsync(cancellationToken);
        await drafts.Where(draft => going.Contains(draft.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>
    /// Frees the oldest of what a user's other drafts hold, beyond the number that one may hold at a time.
    /// </summary>
    /// <param name="userId">Who began them.</param>
    /// <param name="draftId">The draft for which that user is about to hold.</param>
    /// <param name="cancellationToken">Ends the act.</param>
    public async Task LimitHoldsAsync(Guid userId, Guid draftId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var tooMany = await db.Set<Reservation>()
            .Where(hold => hold.HoldUntil > now && hold.DraftId != draftId)
            .Where(
                hold => db.Set<OrderDraft>().Any(draft => draft.Id == hold.DraftId && draft.OpenedById == userId))
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
