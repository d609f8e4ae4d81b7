using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Notices;

/// <summary>
/// What happened to orders since a coordinator last looked: read from the audit trail and from what needs attention,
/// which are written anyway. Nobody is told of their own acts.
/// </summary>
public sealed class StaffNotices(PortalDbContext db, SeenNotices seen, IClock clock)
{
    private const string OwnerChanged = "order.owner-changed";
    private const int MostOwnOrders = 500;

    /// <summary>The acts that are told, by their keys in the audit trail, and what each is called.</summary>
    private static readonly Dictionary<string, string> Acts = new(StringComparer.Ordinal)
    {
        ["order.placed"] = "Placed",
        ["order.updated"] = "Moved",
        ["order.cancelled"] = "Cancelled",
        ["order.message-received"] = "Message",
        ["assignment.declined"] = "Declined",
        [OwnerChanged] = "Owner",
        ["order.marked"] = "Marked",
    };

    private static readonly string[] ActKeys = [.. Acts.Keys];

    // Every page of the desk asks it: what it tells is what ActsFor and Raised list, and a test compares the two.
    private static readonly
        CompiledQuery<Func<PortalDbContext, Guid, string, Instant, Instant, CancellationToken, Task<int>>> Unseen =
        new(() =>
            EF.CompileAsyncQuery((
                PortalDbContext db, Guid userId, string given, Instant since, Instant now, CancellationToken _) =>
                db.AuditEntries
                    .Where(entry => ActKeys.Contains(entry.Action)
                        && (entry.ActorId == null || entry.ActorId != userId)
                        && (entry.Action != OwnerChanged || entry.Details.Contains(given))
                        && entry.At > (db.Set<NoticePosition>()
                            .Where(position => position.UserId == userId
                                && position.Area == NoticeArea.Staff
                                && position.SeenUntil > since)
                            .Select(position => (Instant?)position.SeenUntil)
                            .FirstOrDefault() ?? since))
                    .OrderByDescending(entry => entry.At).Take(SeenNotices.MostCounted + 1).Select(entry => 1)
                    .Concat(db.Set<OrderAttention>()
                        .Where(item => item.DueAt <= now
                            && item.Reason != AttentionReason.Unanswered
                            && item.Reason != AttentionReason.Marked
                            && item.DueAt > (db.Set<NoticePosition>()
                                .Where(position => position.UserId == userId
                                    && position.Area == NoticeArea.Staff
                                    && position.SeenUntil > since)
                                .Select(position => (Instant?)position.SeenUntil)
                                .FirstOrDefault() ?? since))
                        .OrderByDescending(item => item.DueAt).Take(SeenNotices.MostCounted + 1).Select(item => 1))
                    .Count()));

    /// <summary>All that is told but <see cref="AttentionReason"/>s.</summary>
    public static IReadOnlyCollection<string> Kinds => Acts.Values;

    /// <summary>How many notices are not seen, up to one more than is shown as a number; one statement.</summary>
    public Task<int> CountAsync(Guid userId, CancellationToken cancellationToken) => Unseen.On(db)(
        db, userId, GivenTo(userId), seen.Since, clock.GetCurrentInstant(), cancellationToken);

    /// <summary>The newest notices, seen or not, of the last month.</summary>
    /// <param name="userId">Who reads them.</param>
    /// <param name="onlyMine">Whether only those of orders that they look after.</param>
    /// <param name="cancellationToken">Nobody looks any longer.</param>
    public async Task<IReadOnlyList<Notice>> ListAsync(
        Guid userId, bool onlyMine, CancellationToken cancellationToken)
    {
        var since = seen.Since;
        var until = await seen.UntilOf(userId, NoticeArea.Staff, since).FirstOrDefaultAsync(cancellationToken);
        var acts = ActsFor(userId).Where(entry => entry.At > since);
        var raised = Raised().Where(item => item.DueAt > since);
        if (onlyMine)
        {
            var mine = await db.Set<Order>()
                .Where(order => order.OwnerId == userId && order.Time.Start > since)
                .OrderBy(order => order.Time.Start)
                .Select(order => order.Id)
                .Take(MostOwnOrders)
                .ToListAsync(cancellationToken);
            var keys = mine.ConvertAll(id => id.ToString());
            acts = acts.Where(entry => entry.Subject == nameof(Order) && keys.Contains(entry.SubjectId));
            raised = raised.Where(item => mine.Contains(item.OrderId));
        }

        var told = await acts.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id)
            .Take(SeenNotices.MostListed)
            .Select(entry => new { entry.At, entry.Action, entry.SubjectId, entry.ActorId })
            .ToListAsync(cancellationToken);
        var due = await raised.OrderByDescending(item => item.DueAt).ThenBy(item => item.OrderId)
            .Take(SeenNotices.MostListed)
            .Select(item => new { item.DueAt, item.OrderId, item.Reason })
            .ToListAsync(cancellationToken);
        List<(Instant At, string Kind, Guid OrderId, Guid? ActorId)> all =
        [
            .. told.Select(entry => (entry.At, Acts[entry.Action], Guid.Parse(entry.SubjectId), entry.ActorId)),
            .. due.Select(item => (item.DueAt, $"{item.Reason}", item.OrderId, (Guid?)null)),
        ];
        List<(Instant At, string Kind, Guid OrderId, Guid? ActorId)> newest =
            [.. all.OrderByDescending(item => item.At).Take(SeenNotices.MostListed)];
        var orders = await OrdersAsync([.. newest.Select(item => item.OrderId).Distinct()], cancellationToken);
        var people = await PeopleAsync([.. newest.Select(item => item.ActorId).OfType<Guid>()], cancellationToken);
        return
        [
            .. from item in newest
               where orders.ContainsKey(item.OrderId)
               let order = orders[item.OrderId]
               select new Notice(item.At, item.Kind, order.Number, order.Topic, until is null || item.At > until)
               {
                   Actor = item.ActorId is { } actor && people.TryGetValue(actor, out var person) ? person : null,
               },
        ];
    }

    private static string GivenTo(Guid userId) => $"\"After\":\"{userId}\"";

    /// <summary>What others did; who looks after an order is told to whom it is given.</summary>
    private IQueryable<AuditEntry> ActsFor(Guid userId)
    {
        var given = GivenTo(userId);
        return db.AuditEntries.AsNoTracking()
            .Where(entry => ActKeys.Contains(entry.Action))
            .Where(entry => entry.ActorId == null || entry.ActorId != userId)
            .Where(entry => entry.Action != OwnerChanged || entry.Details.Contains(given));
    }

    /// <summary>
    /// What needs somebody by now; that a customer has written, or a colleague has marked an order, is told already.
    /// </summary>
    private IQueryable<OrderAttention> Raised()
    {
        var now = clock.GetCurrentInstant();
        return db.Set<OrderAttention>().AsNoTracking()
            .Where(item => item.DueAt <= now
                && item.Reason != AttentionReason.Unanswered
                && item.Reason != AttentionReason.Marked);
    }

    private async Task<Dictionary<Guid, (RequestNumber Number, string Topic)>> OrdersAsync(
        IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var orders = await db.Set<Order>()
            .Where(order => ids.Contains(order.Id))
            .Select(order => new { order.Id, order.Number, order.Event.Topic })
            .ToListAsync(cancellationToken);
        return orders.ToDictionary(
            order => order.Id, order => (RequestNumber.Parse(order.Number), order.Topic));
    }

    private async Task<Dictionary<Guid, (string First, string Last)>> PeopleAsync(
        IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var people = await db.Users
            .Where(user => ids.Contains(user.Id))
            .Select(user => new { user.Id, user.FirstName, user.LastName })
            .ToListAsync(cancellationToken);
        return people.ToDictionary(person => person.Id, person => (person.FirstName, person.LastName));
    }
}
