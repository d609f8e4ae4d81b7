using AssistPortal.Assist.Demand;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Waiting.Audit;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Assist.Waiting;

/// <summary>Lets hosts wait for times at which nobody is free.</summary>
public sealed class WaitingList
{
    /// <summary>For so many times a host may wait at once.</summary>
    public const int MostWishes = 20;

    // Links to offers tell what became of them for as long after the wished time.
    private static readonly Duration KeptFor = Duration.FromDays(30);

    private readonly PortalDbContext db;
    private readonly AvailabilitySearch search;
    private readonly UnmetDemand demand;
    private readonly IOptions<WaitingOptions> options;
    private readonly IClock clock;

    internal WaitingList(
        PortalDbContext db,
        AvailabilitySearch search,
        UnmetDemand demand,
        IOptions<WaitingOptions> options,
        IClock clock) =>
        (this.db, this.search, this.demand, this.options, this.clock) = (db, search, demand, options, clock);

    /// <summary>For how many minutes an offer is held.</summary>
    public int OfferMinutes => options.Value.OfferMinutes;

    /// <summary>What the host waits for or is offered, the nearest first.</summary>
    public async Task<IReadOnlyList<WaitingWish>> OfAsync(Guid hostUserId, CancellationToken cancellationToken) =>
        await WaitingQueries.OfHost.On(db)(db, hostUserId, clock.GetCurrentInstant()).ToListAsync(cancellationToken);

    /// <summary>How many wishes wait or are offered, of all hosts.</summary>
    public Task<int> CountAsync(CancellationToken cancellationToken) =>
        db.Set<WaitingWish>().Open(clock.GetCurrentInstant()).CountAsync(cancellationToken);

    /// <summary>What all hosts wait for or are offered, whoever has waited longest first.</summary>
    public async Task<IReadOnlyList<WaitingWish>> LongestAsync(int most, CancellationToken cancellationToken) =>
        await db.Set<WaitingWish>().AsNoTracking()
            .Open(clock.GetCurrentInstant())
            .OrderBy(wish => wish.WaitingSince)
            .ThenBy(wish => wish.Id)
            .Take(most)
            .ToListAsync(cancellationToken);

    /// <summary>
    /// The host waits from now on. Whoever waits already keeps the place; the lead time is judged by the caller, and
    /// not again.
    /// </summary>
    public async Task<WaitOutcome> JoinAsync(WaitRequest request, CancellationToken cancellationToken)
    {
        var time = request.Time;
        var wished = new EventWish(request.PackageId, time.Start, time.DurationMinutes, time.TimeZone);
        if (await FindAsync(request, cancellationToken) is { } known
            && known.PhaseAt(clock.GetCurrentInstant()) is WaitPhase.Waiting or WaitPhase.Offered)
        {
            return WaitOutcome.Waits;
        }

        var answer = await search.FindAsync(
            wished, bookable: default, ownDraft: null, cancellationToken);
        if (answer.Reason is not { } reason)
        {
            return WaitOutcome.SomebodyIsFree;
        }

        var outcome = await db.InRepeatedTransactionAsync(
            cancellationToken => WriteAsync(request, cancellationToken), cancellationToken);
        if (outcome == WaitOutcome.Waits)
        {
            await demand.NoteAsync(wished, request.HostUserId, reason);
        }

        return outcome;
    }

    /// <summary>The host waits no longer; what is offered becomes free.</summary>
    /// <returns>Whether there was something to leave.</returns>
    public Task<bool> LeaveAsync(Guid wishId, Guid hostUserId, CancellationToken cancellationToken) =>
        db.InRepeatedTransactionAsync(
            async cancellationToken =>
            {
                var wish = await db.Set<WaitingWish>().SingleOrDefaultAsync(
                    wish => wish.Id == wishId && wish.HostUserId == hostUserId && wish.TakenAt == null,
                    cancellationToken);
                if (wish is null)
                {
                    return (Commit: false, Result: false);
                }

                await db.Set<Reservation>()
                    .Where(offer => offer.DraftId == wishId && offer.HoldUntil != null)
                    .ExecuteDeleteAsync(cancellationToken);
                db.Remove(wish);
                db.Audit(new WishLeft(wishId), hostUserId, clock.GetCurrentInstant());
                await db.SaveChangesAsync(cancellationToken);
                return (Commit: true, Result: true);
            },
            cancellationToken);

    private async Task<(bool Commit, WaitOutcome Result)> WriteAsync(
        WaitRequest request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var known = await FindAsync(request, cancellationToken);
        if (known?.PhaseAt(now) is WaitPhase.Waiting or WaitPhase.Offered)
        {
            return (Commit: false, WaitOutcome.Waits);
        }

        if (await db.Set<WaitingWish>().CountAsync(
            wish => wish.HostUserId == request.HostUserId && wish.Start > now && wish.OfferedUntil == null,
            cancellationToken) >= MostWishes)
        {
            return (Commit: false, WaitOutcome.TooMany);
        }

        var longAgo = now - KeptFor;
        await db.Set<WaitingWish>().Where(wish => wish.Start < longAgo).ExecuteDeleteAsync(cancellationToken);
        if (known is null)
        {
            known = WaitingWish.Begin(request, now);
            db.Add(known);
        }
        else
        {
            known.WaitAnew(request, now);
        }

        db.Audit(new WishJoined(known.Id, WishFacts.Of(known)), request.HostUserId, now);
        await db.SaveChangesAsync(cancellationToken);
        return (Commit: true, WaitOutcome.Waits);
    }

    private Task<WaitingWish?> FindAsync(WaitRequest request, CancellationToken cancellationToken) =>
        db.Set<WaitingWish>().SingleOrDefaultAsync(
            wish => wish.HostUserId == request.HostUserId
                && wish.PackageId == request.PackageId
                && wish.SiteId == request.SiteId
                && wish.Start == request.Time.Start
                && wish.DurationMinutes == request.Time.DurationMinutes,
            cancellationToken);
}
