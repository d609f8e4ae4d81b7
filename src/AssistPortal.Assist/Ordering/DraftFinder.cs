using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sites;
using AssistPortal.Assist.Waiting;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Ordering;

/// <summary>
/// Finds a draft with what its steps ask about it, by one statement: its host's sites, language and time zone, what it
/// and other drafts of the same user hold, whether its host may order at short notice, and whether anybody waits for a
/// time. Who is asked for these later in the same request knows them.
/// </summary>
public sealed class DraftFinder
{
    private static readonly CompiledQuery<Func<PortalDbContext, Guid, Guid, Instant, IAsyncEnumerable<Row>>> Find =
        new(() => EF.CompileAsyncQuery((PortalDbContext db, Guid id, Guid userId, Instant now) =>
            from draft in db.Set<OrderDraft>()
            where draft.Id == id && draft.OpenedById == userId && draft.ExpiresAt > now
            from member in db.Set<SiteMember>().Where(item => item.UserId == draft.HostUserId).DefaultIfEmpty()
            from hold in db.Set<Reservation>()
                .Where(item => item.DraftId == draft.Id && item.HoldUntil != null)
                .DefaultIfEmpty()
            from notice in db.Set<ShortNotice>()
                .Where(item => item.HostUserId == draft.HostUserId && item.ExpiresAt > now)
                .DefaultIfEmpty()
            from host in db.Users.Where(user => user.Id == draft.HostUserId).DefaultIfEmpty()
            select new Row(
                draft,
                member == null ? null : member.SiteId,
                hold == null ? null : hold.Id,
                hold == null ? 0 : hold.ProducerId,
                hold == null ? null : hold.Start,
                hold == null ? null : hold.End,
                hold == null ? null : hold.HeldSince,
                hold == null ? null : hold.HoldUntil,
                notice,
                host == null ? null : host.Email,
                host == null ? null : host.MailLanguage,
                host == null ? null : host.TimeZone,
                db.Set<Order>()
                    .Where(order => order.HostUserId != null && order.HostUserId == draft.HostUserId)
                    .OrderByDescending(order => order.PlacedAt)
                    .Select(order => order.Time.TimeZone)
                    .FirstOrDefault(),
                db.Set<OrderDraft>().Count(other => other.OpenedById == userId
                    && other.Id != id
                    && db.Set<Reservation>().Any(item => item.DraftId == other.Id && item.HoldUntil > now)),
                db.Set<WaitingWish>().Any(wish => wish.OfferedUntil == null && wish.Start > now))));

    private static readonly CompiledQuery<Func<PortalDbContext, Guid, Task<DraftHost?>>> FindHost = new(() =>
        EF.CompileAsyncQuery((PortalDbContext db, Guid hostUserId) => db.Users
            .Where(user => user.Id == hostUserId)
            .Select(user => new DraftHost(
                user.Email,
                user.MailLanguage,
                db.Set<Order>()
                    .Where(order => order.HostUserId == hostUserId)
                    .OrderByDescending(order => order.PlacedAt)
                    .Select(order => order.Time.TimeZone)
                    .FirstOrDefault() ?? user.TimeZone))
            .SingleOrDefault()));

    private readonly PortalDbContext db;
    private readonly HostOffers offers;
    private readonly BookingWindows windows;
    private readonly ReservationBook reservations;
    private readonly FairHolds holds;
    private readonly DraftLimits limits;
    private readonly IClock clock;
    private (Guid DraftId, DraftHost Host)? known;

    internal DraftFinder(
        PortalDbContext db,
        HostOffers offers,
        BookingWindows windows,
        ReservationBook reservations,
        FairHolds holds,
        DraftLimits limits,
        IClock clock)
    {
        this.db = db;
        this.offers = offers;
        this.windows = windows;
        this.reservations = reservations;
        this.holds = holds;
        this.limits = limits;
        this.clock = clock;
    }

    /// <summary>The draft that somebody began; null where there is none, or none any more.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="userId">Who must have begun it.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<FoundDraft?> FindAsync(Guid id, Guid userId, CancellationToken cancellationToken)
    {
        var rows = await Find.On(db)(db, id, userId, clock.GetCurrentInstant()).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return null;
        }

        var first = rows[0];
        reservations.Know(id, first.Hold);
        holds.Know(first.DoesAnybodyWait);
        limits.Know(id, first.HeldByOthers);
        if (first.Draft.HostUserId is not { } host)
        {
            return new FoundDraft(first.Draft, IsMember: true);
        }

        List<int> sites = [.. rows.Select(row => row.SiteId).OfType<int>()];
        offers.Know(host, sites);
        windows.Know(host, first.Notice);
        known = (id, first.Host);
        return new FoundDraft(first.Draft, sites.Contains(first.Draft.SiteId));
    }

    /// <summary>Who orders; null for a customer without an account.</summary>
    public async Task<DraftHost?> HostOfAsync(OrderDraft draft, CancellationToken cancellationToken)
    {
        if (draft.HostUserId is not { } hostUserId)
        {
            return null;
        }

        return known is { } read && read.DraftId == draft.Id
            ? read.Host
            : await FindHost.On(db)(db, hostUserId).WaitAsync(cancellationToken);
    }

    /// <summary>One for each site of the draft's host.</summary>
    private sealed record Row(
        OrderDraft Draft,
        int? SiteId,
        Guid? HoldId,
        int ProducerId,
        Instant? Start,
        Instant? End,
        Instant? HeldSince,
        Instant? HoldUntil,
        ShortNotice? Notice,
        string? HostEmail,
        string? MailLanguage,
        string? ProfileZone,
        string? LastZone,
        int HeldByOthers,
        bool DoesAnybodyWait)
    {
        public DraftHost Host => new(HostEmail, MailLanguage, LastZone ?? ProfileZone);

        public OwnHold? Hold => HoldId is { } id
            ? new OwnHold(id, ProducerId, new Interval(Start, End), HeldSince, HoldUntil!.Value)
            : null;
    }
}

/// <summary>A draft that may be gone on with.</summary>
/// <param name="Draft">Tracked.</param>
/// <param name="IsMember">Whether its host, where it has one, still belongs to its site.</param>
public sealed record FoundDraft(OrderDraft Draft, bool IsMember);

/// <summary>What is known of whoever orders.</summary>
/// <param name="Email">The account's address.</param>
/// <param name="MailLanguage">Culture name of the language that was chosen for mails; null where none was.</param>
/// <param name="TimeZone">IANA name: that of the last order, else of the profile; null where neither tells.</param>
public sealed record DraftHost(string? Email, string? MailLanguage, string? TimeZone);
