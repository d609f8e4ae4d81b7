using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>
/// Moves what an order has reserved to another time, in two acts: first the new time is held, then it comes and the old
/// one goes in one transaction. The producer stays where that one is free, unless another is asked for.
/// </summary>
internal sealed class ReservationMoves(
    PortalDbContext db,
    AvailabilitySearch search,
    IServiceScopeFactory scopes,
    IClock clock,
    IOptions<BookingOptions> options)
{
    private readonly HoldAttempt holdAttempt = new(scopes);

    /// <summary>
    /// Holds a producer for the new time, instead of what the update held before; the order keeps what it has. Where
    /// the new time lies partly over the old one of the same producer, only the rest needs a hold. Commits by itself.
    /// </summary>
    /// <param name="orderId">The order; its own reservation counts as free.</param>
    /// <param name="updateId">The update, which the hold is for.</param>
    /// <param name="wish">The event at its new time.</param>
    /// <param name="bookable">Where alternatives may start.</param>
    /// <param name="producerId">Who alone is wanted; null for whoever is free, the order's producer first.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing has changed then.</param>
    public async Task<MoveAnswer> HoldAsync(
        Guid orderId,
        Guid updateId,
        EventWish wish,
        Interval bookable,
        int? producerId,
        CancellationToken cancellationToken)
    {
        if (await FormerAsync(orderId, cancellationToken) is not { } former)
        {
            return new MoveAnswer.Gone();
        }

        var wanted = await search.ReservedForAsync(wish, cancellationToken);
        var (held, nobody) = await ReservationRetry.RunAsync<MoveAnswer>(
            again => FindAsync(orderId, updateId, wish, bookable, again, cancellationToken),
            async answer =>
            {
                if (IsTaken(answer, producerId))
                {
                    return new MoveAnswer.Taken();
                }

                var now = clock.GetCurrentInstant();
                var until = now + Duration.FromMinutes(options.Value.HoldMinutes);
                foreach (var producer in InOrder(answer, former.ProducerId, producerId))
                {
                    var missing = producer == former.ProducerId ? Without(wanted, former.Time) : wanted;
                    if (missing.Duration == Duration.Zero || await holdAttempt.TryAsync(
                        Reservation.Hold(producer, missing, updateId, until), now, cancellationToken))
                    {
                        return new MoveAnswer.Reserved(producer);
                    }
                }

                return null;
            });
        search.Forget();
        return held ?? new MoveAnswer.Nobody(nobody!.Reason, nobody.Alternatives);
    }

    /// <summary>
    /// Moves the order's reservation: the new comes, the old and the update's hold go, in one transaction with what is
    /// written with it. Commits by itself; unsaved changes are lost.
    /// </summary>
    /// <param name="orderId">The order; its own reservation counts as free.</param>
    /// <param name="updateId">The update, whose hold counts as free too; null where nothing was held.</param>
    /// <param name="wish">The event at its new time.</param>
    /// <param name="bookable">Where alternatives may start.</param>
    /// <param name="producerId">Who alone is wanted; null for whoever is free, the order's producer first.</param>
    /// <param name="writeInTransaction">
    /// Changes the order, given the producer who has it from now on. False says that the order is not as it was, and
    /// rolls everything back. May be called more than once, each time after everything was rolled back.
    /// </param>
    /// <param name="cancellationToken">Ends the attempt; nothing has changed then.</param>
    public async Task<MoveAnswer> MoveAsync(
        Guid orderId,
        Guid? updateId,
        EventWish wish,
        Interval bookable,
        int? producerId,
        Func<int, CancellationToken, Task<bool>> writeInTransaction,
        CancellationToken cancellationToken)
    {
        if (await FormerAsync(orderId, cancellationToken) is not { } former)
        {
            return new MoveAnswer.Gone();
        }

        var wanted = await search.ReservedForAsync(wish, cancellationToken);
        var (moved, nobody) = await ReservationRetry.RunAsync<MoveAnswer>(
            again => FindAsync(orderId, updateId, wish, bookable, again, cancellationToken),
            async answer =>
            {
                if (IsTaken(answer, producerId))
                {
                    return new MoveAnswer.Taken();
                }

                foreach (var producer in InOrder(answer, former.ProducerId, producerId))
                {
                    var outcome = await new ReservationAttempt(db).TryAsync(
                        Reservation.ForOrder(producer, wanted, orderId),
                        clock.GetCurrentInstant(),
                        updateId,
                        cancellationToken => writeInTransaction(producer, cancellationToken),
                        cancellationToken);
                    switch (outcome)
                    {
                        case ReservationAttemptOutcome.Reserved:
                            return new MoveAnswer.Reserved(producer);
                        case ReservationAttemptOutcome.Gone:
                            return new MoveAnswer.Gone();
                    }
                }

                return null;
            });
        search.Forget();
        return moved ?? new MoveAnswer.Nobody(nobody!.Reason, nobody.Alternatives);
    }

    /// <summary>
    /// Who would have an order if it took another length or package at the same start: the same producer where that is
    /// possible. One who has the order already keeps it for the same package and no more time, at work or not.
    /// </summary>
    /// <param name="orderId">The order; its own reservation counts as free.</param>
    /// <param name="wish">The event as it is to be.</param>
    /// <param name="hasSamePackage">Whether the order has that package now.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<MoveAnswer> ChooseAsync(
        Guid orderId, EventWish wish, bool hasSamePackage, CancellationToken cancellationToken)
    {
        if (await FormerAsync(orderId, cancellationToken) is not { } former)
        {
            return new MoveAnswer.Gone();
        }

        var wanted = await search.ReservedForAsync(wish, cancellationToken);
        if (hasSamePackage && Without(wanted, former.Time).Duration == Duration.Zero)
        {
            return new MoveAnswer.Reserved(former.ProducerId);
        }

        var bookable = new Interval(wish.Start, wish.Start);
        var answer = await FindAsync(
            orderId, updateId: null, wish, bookable, again: false, cancellationToken);
        return answer.Reason is { } reason
            ? new MoveAnswer.Nobody(reason, answer.Alternatives)
            : new MoveAnswer.Reserved(InOrder(answer, former.ProducerId).First());
    }

    /// <summary>
    /// Gives an order's reservation the length that the wish asks for, and that producer, in one transaction with what
    /// is written with it. Commits by itself; unsaved changes are lost.
    /// </summary>
    /// <param name="orderId">The order.</param>
    /// <param name="wish">The event as it is to be.</param>
    /// <param name="producerId">Who was found by <see cref="ChooseAsync"/>.</param>
    /// <param name="writeInTransaction">
    /// Changes the order. False says that it is not as it was, and rolls everything back. May be called more than once.
    /// </param>
    /// <param name="cancellationToken">Ends the attempt; nothing has changed then.</param>
    public async Task<ReservationAttemptOutcome> ResizeAsync(
        Guid orderId,
        EventWish wish,
        int producerId,
        Func<CancellationToken, Task<bool>> writeInTransaction,
        CancellationToken cancellationToken) =>
        await new ReservationAttempt(db).TryAsync(
            Reservation.ForOrder(
                producerId, await search.ReservedForAsync(wish, cancellationToken), orderId),
            clock.GetCurrentInstant(),
            updateId: null,
            writeInTransaction,
            cancellationToken);

    private Task<AvailabilityAnswer> FindAsync(
        Guid orderId,
        Guid? updateId,
        EventWish wish,
        Interval bookable,
        bool again,
        CancellationToken cancellationToken) =>
        search.FindAsync(
            wish,
            bookable,
            new ReservationView(clock.GetCurrentInstant(), updateId, orderId),
            cancellationToken,
            again);

    private async Task<Former?> FormerAsync(Guid orderId, CancellationToken cancellationToken)
    {
        var former = await db.Set<Reservation>()
            .Where(item => item.OrderId == orderId)
            .Select(item => new { item.ProducerId, item.Start, item.End })
            .SingleOrDefaultAsync(cancellationToken);
        return former is null ? null : new Former(former.ProducerId, new Interval(former.Start, former.End));
    }

    private static bool IsTaken(AvailabilityAnswer answer, int? wanted) =>
        wanted is { } producer && !answer.Producers.Contains(producer);

    private static IEnumerable<int> InOrder(AvailabilityAnswer answer, int former, int? wanted = null) =>
        answer.Producers.Where(producer => producer == (wanted ?? producer))
            .OrderByDescending(producer => producer == former);

    /// <summary>The part of a time that another one does not cover; where that is two, the later.</summary>
    private static Interval Without(Interval wanted, Interval owned)
    {
        if (owned.End <= wanted.Start || owned.Start >= wanted.End)
        {
            return wanted;
        }

        if (owned.End < wanted.End)
        {
            return new Interval(owned.End, wanted.End);
        }

        return new Interval(wanted.Start, Instant.Max(wanted.Start, owned.Start));
    }

    private sealed record Former(int ProducerId, Interval Time);
}
