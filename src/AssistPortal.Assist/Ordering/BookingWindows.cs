using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Assist.Ordering;

/// <summary>When each host may have an event: after the usual lead time, or sooner by a coordinator's word.</summary>
public sealed class BookingWindows(PortalDbContext db, IOptions<BookingOptions> options, IClock clock)
{
    private static readonly
        CompiledQuery<Func<PortalDbContext, Guid, Instant, CancellationToken, Task<ShortNotice?>>> NoticeOf =
        new(() =>
            EF.CompileAsyncQuery(
                (PortalDbContext db, Guid hostId, Instant now, CancellationToken _) => db.Set<ShortNotice>()
                    .AsNoTracking()
                    .SingleOrDefault(notice => notice.HostUserId == hostId && notice.ExpiresAt > now)));

    /// <summary>The window of the host's next order.</summary>
    public async Task<BookingWindow> OfAsync(Guid hostUserId, DateTimeZone zone, CancellationToken cancellationToken) =>
        Of(zone, await FindShortNoticeAsync(hostUserId, cancellationToken) is not null);

    /// <summary>The usual window, or the one at short notice.</summary>
    public BookingWindow Of(DateTimeZone zone, bool isAtShortNotice) =>
        BookingWindow.At(clock.GetCurrentInstant(), zone, options.Value, isAtShortNotice);

    /// <summary>The coordinator's word that the host has and has not used.</summary>
    public Task<ShortNotice?> FindShortNoticeAsync(Guid hostUserId, CancellationToken cancellationToken) =>
        NoticeOf.On(db)(db, hostUserId, clock.GetCurrentInstant(), cancellationToken);

    /// <summary>Uses that word, for good, in the caller's transaction.</summary>
    /// <returns>What was used; null where there is none.</returns>
    public async Task<ShortNotice?> UseShortNoticeAsync(Guid hostUserId, CancellationToken cancellationToken) =>
        await FindShortNoticeAsync(hostUserId, cancellationToken) is { } found
        && await db.Set<ShortNotice>()
            .Where(notice => notice.HostUserId == hostUserId && notice.GrantedAt == found.GrantedAt)
            .ExecuteDeleteAsync(cancellationToken) == 1
            ? found
            : null;
}
