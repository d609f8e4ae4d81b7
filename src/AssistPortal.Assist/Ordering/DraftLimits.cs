using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Assist.Ordering;

/// <summary>Keeps the number of drafts, and of what they hold, in bounds.</summary>
public sealed class DraftLimits
{
    // Most that one request clears away, so that nobody waits for what others have left.
    private const int AtOnce = 100;

    private static readonly CompiledQuery<Func<PortalDbContext, Guid, Instant, IAsyncEnumerable<BegunDraft>>> Begun =
        new(() => EF.CompileAsyncQuery((PortalDbContext db, Guid userId, Instant now) => db.Set<OrderDraft>()
            .Where(draft => draft.OpenedById == userId || draft.ExpiresAt < now)
            .OrderBy(draft => draft.OpenedById == userId ? 0 : 1)
            .ThenByDescending(draft => draft.ExpiresAt)
            .Take(AtOnce)
            .Select(draft => new BegunDraft
            {
                Id = draft.Id,
                OpenedById = draft.OpenedById,
                IsByStaff = draft.IsByStaff,
                HostUserId = draft.HostUserId,
                SiteId = draft.SiteId,
                PackageId = draft.PackageId,
                ContactEmail = draft.Contact.Email,
                OverrideReason = draft.OverrideReason,
                MailLanguage = draft.MailLanguage,
                ExpiresAt = draft.ExpiresAt,
                IsAtFirstStep = EF.Property<Instant?>(draft, "start") == null
                    && draft.Lookup == null
                    && draft.Event == null,
                Unfinished = draft.Unfinished,
            })));

    private readonly PortalDbContext db;
    private readonly IOptions<OrderingOptions> options;
    private readonly IClock clock;
    private (Guid DraftId, int Held)? known;

    internal DraftLimits(PortalDbContext db, IOptions<OrderingOptions> options, IClock clock) =>
        (this.db, this.options, this.clock) = (db, options, clock);

    /// <summary>Tells in how many others of the user's drafts this request has seen a hold.</summary>
    internal void Know(Guid draftId, int heldByOthers) => known = (draftId, heldByOthers);

    /// <summary>Makes room for another draft of that user. Of everybody, drafts that have run out go.</summary>
    public Task MakeRoomAsync(Guid userId, CancellationToken cancellationToken) =>
        FindOrMakeRoomAsync(userId, _ => false, cancellationToken);

    /// <summary>
    /// The draft that the user has begun for the same and never touched, so that a double click begins one only; where
    /// there is none, room is made for another.
    /// </summary>
    /// <param name="userId">Who begins an order.</param>
    /// <param name="isSame">Whether a draft was begun for the same.</param>
    /// <param name="cancellationToken">Ends the act.</param>
    public async Task<Guid?> FindOrMakeRoomAsync(
        Guid userId, Predicate<BegunDraft> isSame, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var begun = await Begun.On(db)(db, userId, now).ToListAsync(cancellationToken);
        if (begun.Find(draft => draft.OpenedById == userId
            && draft.ExpiresAt > now
            && draft.IsUntouched
            && isSame(draft)) is { } same)
        {
            return same.Id;
        }

        var kept = begun.Where(draft => draft.OpenedById == userId)
            .Take(options.Value.MostDrafts - 1)
            .Where(draft => draft.ExpiresAt >= now)
            .Select(draft => draft.Id);
        await DropAsync([.. begun.Select(draft => draft.Id).Except(kept)], cancellationToken);
        return null;
    }

    /// <summary>
    /// Frees the oldest of what a user's other drafts hold, beyond the number that one may hold at a time.
    /// </summary>
    /// <param name="userId">Who began them.</param>
    /// <param name="draftId">The draft for which that user is about to hold.</param>
    /// <param name="cancellationToken">Ends the act.</param>
    public async Task LimitHoldsAsync(Guid userId, Guid draftId, CancellationToken cancellationToken)
    {
        if (known is { } read && read.DraftId == draftId && read.Held < options.Value.MostHolds)
        {
            return;
        }

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

    private async Task DropAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return;
        }

        await db.Set<Reservation>()
            .Where(hold => hold.HoldUntil != null && hold.DraftId != null && ids.Contains(hold.DraftId.Value))
            .ExecuteDeleteAsync(cancellationToken);
        await db.Set<OrderDraft>().Where(draft => ids.Contains(draft.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}
