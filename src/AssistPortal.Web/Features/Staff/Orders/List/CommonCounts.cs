using System.Linq.Expressions;
using AssistPortal.Assist;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>
/// What every page of the list counts: the views that everybody has, all orders, and the orders that the reader has
/// begun for customers. One statement, translated once; it goes through a bounded number of rows for each.
/// </summary>
public sealed class CommonCounts(PortalDbContext db, DeskStaff staff, IClock clock)
{
    private const int Most = OrderCounts.Most + 1;
    private const int Everything = 5;
    private const int Unfinished = 6;

    // An order may have one row for each reason: of so many rows, enough are of different orders.
    private const int MostReasons = 16;

    private static readonly Expression<Func<PortalDbContext, Guid, Instant, Instant, Instant, IQueryable<int>>> Places =
        (db, readerId, now, monday, nextMonday) =>
            db.Set<OrderAttention>().Where(item => item.DueAt <= now)
                .OrderBy(item => item.DueAt).ThenBy(item => item.OrderId).Take(Most * MostReasons)
                .GroupBy(item => item.OrderId).Select(_ => 0)
                .Concat(db.Set<Order>()
                    .Where(order => order.State == OrderState.Placed && order.OwnerId == readerId)
                    .OrderBy(order => order.Time.Start).ThenBy(order => order.Id).Take(Most).Select(_ => 1))
                .Concat(db.Set<Order>()
                    .Where(order => order.State == OrderState.Placed && order.OwnerId == null)
                    .OrderBy(order => order.Time.Start).ThenBy(order => order.Id).Take(Most).Select(_ => 2))
                .Concat(db.Set<Order>()
                    .Where(order => order.State == OrderState.Placed
                        && order.Time.Start >= monday
                        && order.Time.Start < nextMonday)
                    .OrderBy(order => order.Time.Start).ThenBy(order => order.Id).Take(Most).Select(_ => 3))
                .Concat(db.Set<OrderAttention>()
                    .Where(item => item.Reason == AttentionReason.NoCover && item.DueAt <= now)
                    .OrderBy(item => item.DueAt).ThenBy(item => item.OrderId).Take(Most).Select(_ => 4))
                .Concat(db.Set<Order>()
                    .OrderByDescending(order => order.PlacedAt).ThenByDescending(order => order.Id)
                    .Take(Most).Select(_ => Everything))
                .Concat(db.Set<OrderDraft>()
                    .Where(draft => draft.OpenedById == readerId && draft.IsByStaff && draft.ExpiresAt > now)
                    .Select(_ => Unfinished));

    /// <summary>Nobody's are also those of whoever has left the desk.</summary>
    private static readonly Expression<Func<PortalDbContext, IQueryable<int>, IQueryable<int>>> AndOfThoseWhoLeft =
        (db, places) => places.Concat((
            from id in (
                    from role in db.Roles
                    where role.Name == AssistRoles.Coordinator || role.Name == PortalRoles.Administrator
                    join link in db.UserRoles on role.Id equals link.RoleId
                    join user in db.Users on link.UserId equals user.Id
                    where user.LockoutEnd == PortalUser.Forever
                    select user.Id)
                .Concat(db.Users
                    .Where(user => user.LeftStaffAt != null && !db.UserRoles.Any(link =>
                        link.UserId == user.Id && db.Roles.Any(role => role.Id == link.RoleId
                            && (role.Name == AssistRoles.Coordinator || role.Name == PortalRoles.Administrator))))
                    .Select(user => user.Id))
            from order in db.Set<Order>()
            where order.OwnerId == id && order.State == OrderState.Placed
            group order by order.Id into orders
            select orders.Key).OrderBy(id => id).Take(Most).Select(_ => 2));

    private static readonly Expression<Func<PortalDbContext, IQueryable<int>, IQueryable<Counted>>> Grouped =
        (_, places) => places.GroupBy(place => place)
            .Select(group => new Counted { Place = group.Key, Count = group.Count() });

    private static readonly
        CompiledQuery<Func<PortalDbContext, Guid, Instant, Instant, Instant, IAsyncEnumerable<Counted>>> Usual =
        new(() => EF.CompileAsyncQuery(Places.Into(Grouped)));

    // Planning what joins four tables takes a database longer than all else here: only where somebody has left.
    private static readonly
        CompiledQuery<Func<PortalDbContext, Guid, Instant, Instant, Instant, IAsyncEnumerable<Counted>>> WithLeft =
        new(() => EF.CompileAsyncQuery(Places.Into(AndOfThoseWhoLeft).Into(Grouped)));

    /// <summary>
    /// How many there are: the views in the order of <see cref="OrderViewTabs.Common"/>, all orders, and how many
    /// orders for customers the reader has begun.
    /// </summary>
    public async Task<(IReadOnlyList<OrderCount> Views, OrderCount All, int Unfinished)> ReadAsync(
        ListReader reader, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var week = OrderWhen.DaysOf(OrderWhen.ThisWeek, now.InZone(reader.Zone).Date)!;
        var found = new int[Unfinished + 1];
        var query = (await staff.LeftAsync(cancellationToken)).Count == 0 ? Usual : WithLeft;
        await foreach (var counted in query.On(db)(
            db,
            reader.UserId,
            now,
            reader.Zone.AtStartOfDay(week.Start).ToInstant(),
            reader.Zone.AtStartOfDay(week.End.PlusDays(1)).ToInstant()).WithCancellation(cancellationToken))
        {
            found[counted.Place] = counted.Count;
        }

        return ([.. found.Take(Everything).Select(OrderCount.Of)], OrderCount.Of(found[Everything]), found[Unfinished]);
    }

    private sealed class Counted
    {
        public required int Place { get; init; }

        public required int Count { get; init; }
    }
}
