using AssistPortal.Assist.Ordering;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>
/// Moves what an order has reserved to another time, in two acts: first the new time is held, then it comes and the old
/// one goes in one transaction. The producer stays where that one is free.
/// </summary>
internal sealed class ReservationMoves(
    PortalDbContext db,
    AvailabilitySearch search,
    IServiceScopeFactory scopes,
    IClock clock,
    IOptions<OrderingOptions> options)
{
    private readonly ReservationAttempt attempt = new(scopes);

    /// <summary>
    /// Holds a producer for the new time, instead of what the update held before; the order keeps what it has. Where the
    /// new time lies partly over the old one of the same producer, only the rest needs a hold. Commits by itself.
    /// </summary>
    /// <param name="orderId">The order; its own reservation counts as free.</param>
    /// <param name="updateId">The update, which the hold is for.</param>
    /// <param name="wish">The event at its new time.</param>
    /// <param name="bookable">Where alternatives may start.</param>
    /// <param name="cancellation">Ends the attempt; nothing has changed then.</param>
    public async Task<MoveAnswer> HoldAsync(
        Guid orderId, Guid updateId, EventWish wish, Interval bookable, CancellationToken cancellation)
    {
        if (await FormerAsync(orderId, cancellation) is not { } former)
        {
            return new MoveAnswer.Gone();
        }

        var wanted = await search.ReservedForAsync(wish, cancellation);
        var (held, nobody) = await ReservationRounds.RunAsync(
            () => FindAsync(orderId, updateId, wish, bookable, cancellation),
            async answer =>
            {
                var now = clock.GetCurrentInstant();
                var until = now + Duration.FromMinutes(options.Value.HoldMinutes);
                foreach (var producer in InOrder(answer, former.ProducerId))
                {
                    var missing = producer == former.ProducerId ? Without(wanted, former.Time) : wanted;
                    if (missing.Duration == Duration.Zero || await TryHoldAsync(Reservation.Hold(producer, missing, updateId, until)))
                    {
                        return new MoveAnswer.Reserved(producer);
                    }
                }

                return null;

                async Task<bool> TryHoldAsync(Reservation hold) =>
                    await attempt.TryAsync(hold, now, updateId: null, alongside: null, cancellation) == AttemptOutcome.Reserved;
            });
        return held ?? (MoveAnswer)new MoveAnswer.Nobody(nobody!.Reason, nobody.Alternatives);
    }

    /// <summary>
    /// Moves the order's reservation: the new comes, the old and the update's hold go, in one transaction with what is
    /// saved alongside. Commits by itself.
    /// </summary>
    /// <param name="orderId">The order; its own reservation counts as free.</param>
    /// <param name="updateId">The update, whose hold counts as free too; null where nothing was held.</param>
    /// <param name="wish">The event at its new time.</param>
    /// <param name="bookable">Where alternatives may start.</param>
    /// <param name="alongside">
    /// Changes the order by the services of the transaction's scope, given the producer who has it from now on. False
    /// says that the order is not as it was, and rolls everything back. May be called more than once, each time after
    /// everything was rolled back.
    /// </param>
    /// <param name="cancellation">Ends the attempt; nothing has changed then.</param>
    public async Task<MoveAnswer> MoveAsync(
        Guid orderId,
        Guid? updateId,
        EventWish wish,
        Interval bookable,
        Func<IServiceProvider, int, CancellationToken, Task<bool>> alongside,
        CancellationToken cancellation)
    {
        if (await FormerAsync(orderId, cancellation) is not { } former)
        {
            return new MoveAnswer.Gone();
        }

        var wanted = await search.ReservedForAsync(wish, cancellation);
        var (moved, nobody) = await ReservationRounds.RunAsync<MoveAnswer>(
            () => FindAsync(orderId, updateId, wish, bookable, cancellation),
            async answer =>
            {
                foreach (var producer in InOrder(answer, former.ProducerId))
                {
                    var outcome = await attempt.TryAsync(
                        Reservation.ForOrder(producer, wanted, orderId),
                        clock.GetCurrentInstant(),
                        updateId,
                        (services, again) => alongside(services, producer, again),
                        cancellation);
                    switch (outcome)
                    {
                        case AttemptOutcome.Reserved:
                            return new MoveAnswer.Reserved(producer);
                        case AttemptOutcome.Gone:
                            return new MoveAnswer.Gone();
                    }
                }

                return null;
            });
        return moved ?? new MoveAnswer.Nobody(nobody!.Reason, nobody.Alternatives);
    }

    private Task<AvailabilityAnswer> FindAsync(
        Guid orderId, Guid? updateId, EventWish wish, Interval bookable, CancellationToken cancellation) =>
        search.FindAsync(
            wish, bookable, new ReservationView(clock.GetCurrentInstant(), updateId, orderId), cancellation);

    private async Task<Former?> FormerAsync(Guid orderId, CancellationToken cancellation)
    {
        var former = await db.Set<Reservation>()
            .Where(item => item.OrderId == orderId)
            .Select(item => new { item.ProducerId, item.Start, item.End })
            .SingleOrDefaultAsync(cancellation);
        return former is null ? null : new Former(former.ProducerId, new Interval(former.Start, former.End));
    }

    private static IEnumerable<int> InOrder(AvailabilityAnswer answer, int former) =>
        answer.Producers.OrderByDescending(producer => producer == former);

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
