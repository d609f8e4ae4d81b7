using System.Linq.Expressions;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sites;
using AssistPortal.Assist.Waiting;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Data.Revisions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Ordering;

/// <summary>
/// Finds a draft with what its steps ask about it, by one statement: its host's sites and language, what it holds, and
/// whether its host may order at short notice; for step 1 also the host's time zone, what other drafts of the same user
/// hold, and whether anybody waits for a time. Who is asked for these later in the same request knows them.
/// </summary>
public sealed class DraftFinder
{
    private static readonly Expression<Func<PortalDbContext, Guid, Guid, Instant, IQueryable<Row>>> Rows =
        (db, id, userId, now) =>
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
            select new Row
            {
                Now = now,
                Draft = draft,
                SiteId = member == null ? null : member.SiteId,
                HoldId = hold == null ? null : hold.Id,
                ProducerId = hold == null ? 0 : hold.ProducerId,
                Start = hold == null ? null : hold.Start,
                End = hold == null ? null : hold.End,
                HeldSince = hold == null ? null : hold.HeldSince,
                HoldUntil = hold == null ? null : hold.HoldUntil,
                Notice = notice,
                HostEmail = host == null ? null : host.Email,
                MailLanguage = host == null ? null : host.MailLanguage,
            };

    private static readonly CompiledQuery<Func<PortalDbContext, Guid, Guid, Instant, IAsyncEnumerable<Row>>> Find =
        new(() => EF.CompileAsyncQuery(Rows));

    private static readonly CompiledQuery<Func<PortalDbContext, Guid, Guid, Instant, IAsyncEnumerable<FirstStepRow>>>
        FindForFirstStep = new(() => EF.CompileAsyncQuery(Rows.Into((db, rows) => rows.Select(row => new FirstStepRow
        {
            Row = row,
            Zone = db.Set<Order>()
                .Where(order => order.HostUserId != null && order.HostUserId == row.Draft.HostUserId)
                .OrderByDescending(order => order.PlacedAt)
                .Select(order => order.Time.TimeZone)
                .FirstOrDefault()
                ?? db.Users
                    .Where(user => user.Id == row.Draft.HostUserId)
                    .Select(user => user.TimeZone)
                    .FirstOrDefault(),
            HeldByOthers = db.Set<OrderDraft>().Count(other => other.OpenedById == row.Draft.OpenedById
                && other.Id != row.Draft.Id
                && db.Set<Reservation>().Any(item => item.DraftId == other.Id && item.HoldUntil > row.Now)),
            DoesAnybodyWait = db.Set<WaitingWish>().Any(wish => wish.OfferedUntil == null && wish.Start > row.Now),
        }))));

    private static readonly CompiledQuery<Func<PortalDbContext, Guid, Task<DraftHost?>>> FindHost = new(() =>
        EF.CompileAsyncQuery((PortalDbContext db, Guid hostUserId) => db.Users
            .Where(user => user.Id == hostUserId)
            .Select(user => new DraftHost(user.Email, user.MailLanguage))
            .SingleOrDefault()));

    private static readonly CompiledQuery<Func<PortalDbContext, Guid, Task<string?>>> FindZone = new(() =>
        EF.CompileAsyncQuery((PortalDbContext db, Guid hostUserId) => db.Users
            .Where(user => user.Id == hostUserId)
            .Select(user => db.Set<Order>()
                .Where(order => order.HostUserId == hostUserId)
                .OrderByDescending(order => order.PlacedAt)
                .Select(order => order.Time.TimeZone)
                .FirstOrDefault() ?? user.TimeZone)
            .SingleOrDefault()));

    private readonly PortalDbContext db;
    private readonly HostOffers offers;
    private readonly BookingWindows windows;
    private readonly ReservationBook reservations;
    private readonly FairHolds holds;
    private readonly DraftLimits limits;
    private readonly RevisionStamps stamps;
    private readonly IClock clock;
    private (Guid DraftId, DraftHost Host)? known;
    private (Guid DraftId, string? Zone)? knownZone;

    internal DraftFinder(
        PortalDbContext db,
        HostOffers offers,
        BookingWindows windows,
        ReservationBook reservations,
        FairHolds holds,
        DraftLimits limits,
        RevisionStamps stamps,
        IClock clock)
    {
        this.db = db;
        this.offers = offers;
        this.windows = windows;
        this.reservations = reservations;
        this.holds = holds;
        this.limits = limits;
        this.stamps = stamps;
        this.clock = clock;
    }

    /// <summary>The draft that somebody began; null where there is none, or none any more.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="userId">Who must have begun it.</param>
    /// <param name="step">Where it is looked at.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<FoundDraft?> FindAsync(
        Guid id, Guid userId, OrderStep step, CancellationToken cancellationToken)
    {
        var rows = step == OrderStep.Availability
            ? await FindForFirstStepAsync(id, userId, cancellationToken)
            : await Find.On(db)(db, id, userId, clock.GetCurrentInstant()).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return null;
        }

        var first = rows[0];
        reservations.Know(id, first.Hold);
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

    private async Task<List<Row>> FindForFirstStepAsync(Guid id, Guid userId, CancellationToken cancellationToken)
    {
        // Whoever comes here looks for a time.
        stamps.WantLog();
        var rows = await FindForFirstStep.On(db)(db, id, userId, clock.GetCurrentInstant())
            .ToListAsync(cancellationToken);
        if (rows.Count > 0)
        {
            holds.Know(rows[0].DoesAnybodyWait);
            limits.Know(id, rows[0].HeldByOthers);
            knownZone = (id, rows[0].Zone);
        }

        return rows.ConvertAll(row => row.Row);
    }

    /// <summary>
    /// The time zone of whoever orders, as an IANA name: that of the last order, else of the profile; null where
    /// neither tells.
    /// </summary>
    public async Task<string?> ZoneOfAsync(OrderDraft draft, CancellationToken cancellationToken) =>
        draft.HostUserId is not { } hostUserId ? null
            : knownZone is { } read && read.DraftId == draft.Id ? read.Zone
            : await FindZone.On(db)(db, hostUserId).WaitAsync(cancellationToken);

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
    private sealed record Row
    {
        public required Instant Now { get; init; }

        public required OrderDraft Draft { get; init; }

        public required int? SiteId { get; init; }

        public required Guid? HoldId { get; init; }

        public required int ProducerId { get; init; }

        public required Instant? Start { get; init; }

        public required Instant? End { get; init; }

        public required Instant? HeldSince { get; init; }

        public required Instant? HoldUntil { get; init; }

        public required ShortNotice? Notice { get; init; }

        public required string? HostEmail { get; init; }

        public required string? MailLanguage { get; init; }

        public DraftHost Host => new(HostEmail, MailLanguage);

        public OwnHold? Hold => HoldId is { } id
            ? new OwnHold(id, ProducerId, new Interval(Start, End), HeldSince, HoldUntil!.Value)
            : null;
    }

    private sealed record FirstStepRow
    {
        public required Row Row { get; init; }

        public required string? Zone { get; init; }

        public required int HeldByOthers { get; init; }

        public required bool DoesAnybodyWait { get; init; }
    }
}

/// <summary>A draft that may be gone on with.</summary>
/// <param name="Draft">Tracked.</param>
/// <param name="IsMember">Whether its host, where it has one, still belongs to its site.</param>
public sealed record FoundDraft(OrderDraft Draft, bool IsMember);

/// <summary>What is known of whoever orders.</summary>
/// <param name="Email">The account's address.</param>
/// <param name="MailLanguage">Culture name of the language that was chosen for mails; null where none was.</param>
public sealed record DraftHost(string? Email, string? MailLanguage);
