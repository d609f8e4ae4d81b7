using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Waiting;

/// <summary>
/// Offers what is free to whoever has waited longest for it. Why it is free does not matter: a cancelled or moved
/// order, a hold or an offer that ran out, changed hours, a new producer all end as time that the search finds. Any
/// number of servers may do so at once: an offer is one transaction, which claims the wish and the producer's time.
/// </summary>
internal sealed class OfferRound(
    PortalDbContext db,
    AvailabilitySearch search,
    HostOffers offers,
    OfferWriter writer,
    OutboxSignal signal,
    IClock clock)
{
    /// <summary>Looks at everybody who waits, the longest first.</summary>
    /// <returns>How many offers were made.</returns>
    public Task<int> RunAsync(CancellationToken cancellationToken) =>
        RunAsync(db.Set<WaitingWish>(), cancellationToken);

    /// <summary>
    /// The same for wishes around a time that somebody is about to take. A host may wait too: then only for whoever
    /// waits longer.
    /// </summary>
    public async Task<int> RunBeforeAsync(Interval time, Guid? hostUserId, CancellationToken cancellationToken)
    {
        var (from, to) = (time.Start - Reservation.Longest, time.End + Reservation.Longest);
        var wishes = db.Set<WaitingWish>().Where(wish => wish.Start > from && wish.Start < to);
        return await RunAsync(
            wishes.Where(wish => !db.Set<WaitingWish>().Any(
                own => own.HostUserId == hostUserId
                    && own.OfferedUntil == null
                    && own.Start == time.Start
                    && own.WaitingSince <= wish.WaitingSince)),
            cancellationToken);
    }

    private async Task<int> RunAsync(IQueryable<WaitingWish> wishes, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var waiting = await wishes.AsNoTracking()
            .Where(wish => wish.OfferedUntil == null && wish.Start > now)
            .OrderBy(wish => wish.WaitingSince)
            .ThenBy(wish => wish.Id)
            .ToListAsync(cancellationToken);
        var made = 0;
        var nobody = new HashSet<(int PackageId, Instant Start, int DurationMinutes)>();
        foreach (var wish in waiting)
        {
            var wanted = (wish.PackageId, wish.Start, wish.DurationMinutes);
            if (nobody.Contains(wanted))
            {
                continue;
            }

            switch (await OfferAsync(wish, cancellationToken))
            {
                case OfferOutcome.Offered:
                    made++;
                    break;
                case OfferOutcome.NobodyFree:
                    nobody.Add(wanted);
                    break;
            }
        }

        if (made > 0)
        {
            signal.Notify();
        }

        return made;
    }

    private async Task<OfferOutcome> OfferAsync(WaitingWish wish, CancellationToken cancellationToken)
    {
        var wished = new EventWish(wish.PackageId, wish.Start, wish.DurationMinutes, wish.TimeZone);
        var reserved = await search.ReservedForAsync(wished, cancellationToken);
        if (reserved.Start <= clock.GetCurrentInstant())
        {
            return OfferOutcome.NobodyFree;
        }

        var answer = await search.FindAsync(
            wished, bookable: default, ownDraft: null, cancellationToken);
        if (answer.Producers.Count == 0)
        {
            return OfferOutcome.NobodyFree;
        }

        if (await FindHostAsync(wish, cancellationToken) is not { } host)
        {
            return OfferOutcome.NotNow;
        }

        foreach (var producer in answer.Producers)
        {
            var outcome = await writer.WriteAsync(wish.Id, producer, reserved, host, cancellationToken);
            search.Forget();
            if (outcome != OfferOutcome.NobodyFree)
            {
                return outcome;
            }
        }

        return OfferOutcome.NobodyFree;
    }

    /// <summary>The host, site and package; null where the host may not order that there now.</summary>
    private async Task<OfferReader?> FindHostAsync(WaitingWish wish, CancellationToken cancellationToken)
    {
        var host = await db.Users.AsNoTracking()
            .SingleAsync(user => user.Id == wish.HostUserId, cancellationToken);
        if (host is not { IsDeactivated: false, Email: not null })
        {
            return null;
        }

        var offer = (await offers.ForAsync(host.Id, cancellationToken)).FirstOrDefault(
            offer => offer.Site.Id == wish.SiteId);
        var package = offer?.Packages.FirstOrDefault(package => package.Id == wish.PackageId);
        return package is null ? null : new OfferReader(host, offer!.Site, package);
    }
}
