using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using NodaTime;

namespace AssistPortal.Assist.Waiting;

/// <summary>
/// Holds producers for drafts, after those who have waited longer for that time. Whoever holds it already asks nobody.
/// </summary>
public sealed class FairHolds
{
    private readonly ReservationBook reservations;
    private readonly WaitersFirst waiters;
    private bool doesNobodyWait;

    internal FairHolds(ReservationBook reservations, WaitersFirst waiters) =>
        (this.reservations, this.waiters) = (reservations, waiters);

    /// <summary>Tells whether this request has seen anybody wait, for whatever time.</summary>
    internal void Know(bool doesAnybodyWait) => doesNobodyWait = !doesAnybodyWait;

    /// <inheritdoc cref="ReservationBook.HoldAsync" />
    /// <param name="wish">The event.</param>
    /// <param name="bookable">Where alternatives may start.</param>
    /// <param name="draftId">The draft.</param>
    /// <param name="hostUserId">For whom; null where it is for a site alone.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing is held then.</param>
    public Task<HoldAnswer> HoldAsync(
        EventWish wish, Interval bookable, Guid draftId, Guid? hostUserId, CancellationToken cancellationToken)
    {
        var time = new Interval(wish.Start, wish.Start + Duration.FromMinutes(wish.DurationMinutes));
        return reservations.HoldAsync(
            wish,
            bookable,
            draftId,
            cancellationToken => ServeAsync(time, hostUserId, cancellationToken),
            cancellationToken);
    }

    /// <inheritdoc cref="ReservationBook.RenewAsync" />
    /// <param name="draftId">The draft.</param>
    /// <param name="time">What it is for.</param>
    /// <param name="hostUserId">For whom; null where it is for a site alone.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public Task<Instant?> RenewAsync(
        Guid draftId, EventTime? time, Guid? hostUserId, CancellationToken cancellationToken) =>
        reservations.RenewAsync(
            draftId,
            async cancellationToken =>
            {
                if (time is not null)
                {
                    await ServeAsync(new Interval(time.Start, time.End), hostUserId, cancellationToken);
                }
            },
            cancellationToken);

    /// <inheritdoc cref="ReservationBook.HeldUntilAsync" />
    public Task<Instant?> HeldUntilAsync(Guid draftId, CancellationToken cancellationToken) =>
        reservations.HeldUntilAsync(draftId, cancellationToken);

    private Task ServeAsync(Interval time, Guid? hostUserId, CancellationToken cancellationToken) =>
        doesNobodyWait ? Task.CompletedTask : waiters.ServeAsync(time, hostUserId, cancellationToken);
}
