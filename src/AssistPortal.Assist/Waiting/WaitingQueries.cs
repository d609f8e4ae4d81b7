using NodaTime;

namespace AssistPortal.Assist.Waiting;

internal static class WaitingQueries
{
    /// <summary>Whoever waits, or is offered a time at this moment.</summary>
    public static IQueryable<WaitingWish> Open(this IQueryable<WaitingWish> wishes, Instant now) => wishes.Where(
        wish => wish.Start > now && wish.TakenAt == null && (wish.OfferedUntil == null || wish.OfferedUntil > now));
}
