using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Assist.Ordering;

/// <summary>When an event may take place: after the usual lead time, or sooner by a coordinator's word.</summary>
public sealed class BookingWindows(PortalDbContext db, IOptions<BookingOptions> options, IClock clock)
{
    private static readonly
        CompiledQuery<Func<PortalDbContext, Guid, Instant, CancellationToken, Task<ShortNotice?>>> NoticeOf =
        new(() =>
            EF.CompileAsyncQuery(
                (PortalDbContext db, Guid hostId, Instant now, CancellationToken _) => db.Set<ShortNotice>()
                    .AsNoTracking()
                    .SingleOrDefault(notice => notice.HostUserId == hostId && notice.ExpiresAt > now)));

    private (Guid Host, ShortNotice? Notice)? known;

    /// <summary>Tells a host's short notice, or that there is none, as this request has read it already.</summary>
    internal void Know(Guid hostUserId, ShortNotice? notice) => known = (hostUserId, notice);

    /// <summary>The window of a draft's order.</summary>
    public async Task<BookingWindow> OfAsync(
        OrderDraft draft, DateTimeZone zone, CancellationToken cancellationToken) =>
        Of(zone, (await FindEarlyStartAsync(draft, cancellationToken))?.LeadTime ?? LeadTime.Usual);

    /// <summary>The window by that lead time.</summary>
    public BookingWindow Of(DateTimeZone zone, LeadTime leadTime) =>
        BookingWindow.At(clock.GetCurrentInstant(), zone, options.Value, leadTime);

    /// <summary>
    /// By whose word a draft's order may start sooner than usual: the coordinator's who orders, else the one that its
    /// host has and has not used; null without either.
    /// </summary>
    public async Task<EarlyStart?> FindEarlyStartAsync(OrderDraft draft, CancellationToken cancellationToken) =>
        EarlyStart.Of(draft)
        ?? (draft.HostUserId is { } host && await FindShortNoticeAsync(host, cancellationToken) is { } notice
            ? EarlyStart.Of(notice)
            : null);

    /// <summary>Uses that word, in the caller's transaction: a host's for good.</summary>
    /// <returns>What was used; null where there is none.</returns>
    public async Task<EarlyStart?> UseEarlyStartAsync(OrderDraft draft, CancellationToken cancellationToken) =>
        EarlyStart.Of(draft)
        ?? (draft.HostUserId is { } host && await UseShortNoticeAsync(host, cancellationToken) is { } notice
            ? EarlyStart.Of(notice)
            : null);

    /// <summary>The coordinator's word that the host has and has not used.</summary>
    public Task<ShortNotice?> FindShortNoticeAsync(Guid hostUserId, CancellationToken cancellationToken) =>
        known is { } read && read.Host == hostUserId
            ? Task.FromResult(read.Notice)
            : NoticeOf.On(db)(db, hostUserId, clock.GetCurrentInstant(), cancellationToken);

    /// <summary>Uses that word, for good, in the caller's transaction.</summary>
    /// <returns>What was used; null where there is none.</returns>
    public async Task<ShortNotice?> UseShortNoticeAsync(Guid hostUserId, CancellationToken cancellationToken)
    {
        known = null;
        return await FindShortNoticeAsync(hostUserId, cancellationToken) is { } found
            && await db.Set<ShortNotice>()
                .Where(notice => notice.HostUserId == hostUserId && notice.GrantedAt == found.GrantedAt)
                .ExecuteDeleteAsync(cancellationToken) == 1
                ? found
                : null;
    }
}
