using AssistPortal.Data;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Waiting;

internal static class WaitingQueries
{
    /// <summary>What a host waits for or is offered at a moment, the nearest first.</summary>
    public static readonly CompiledQuery<Func<PortalDbContext, Guid, Instant, IAsyncEnumerable<WaitingWish>>> OfHost =
        new(() => EF.CompileAsyncQuery((PortalDbContext db, Guid hostUserId, Instant now) => db.Set<WaitingWish>()
            .AsNoTracking()
            .Where(wish => wish.HostUserId == hostUserId
                && wish.Start > now
                && wish.TakenAt == null
                && (wish.OfferedUntil == null || wish.OfferedUntil > now))
            .OrderBy(wish => wish.Start)
            .ThenBy(wish => wish.Id)
            .AsQueryable()));

    /// <summary>Whoever waits, or is offered a time at this moment.</summary>
    public static IQueryable<WaitingWish> Open(this IQueryable<WaitingWish> wishes, Instant now) => wishes.Where(
        wish => wish.Start > now && wish.TakenAt == null && (wish.OfferedUntil == null || wish.OfferedUntil > now));
}
