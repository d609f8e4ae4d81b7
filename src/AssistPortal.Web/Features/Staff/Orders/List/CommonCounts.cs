using System.Linq.Expressions;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
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
    private const int Nobodys = 2;
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
                    .OrderBy(order => order.Time.Start).ThenBy(order => order.Id).Take(Most).Select(_ => Nobodys))
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

    private static readonly
        CompiledQuery<Func<PortalDbContext, Guid, Instant, Instant, Instant, IAsyncEnumerable<Counted>>> Counts =
        new(() => EF.CompileAsyncQuery(Places.Into((_, places) => places.GroupBy(place => place)
            .Select(group => new Counted { Place = group.Key, Count = group.Count() }))));

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
        await foreach (var counted in Counts.On(db)(
            db,
            reader.UserId,
            now,
            reader.Zone.AtStartOfDay(week.Start).ToInstant(),
            reader.Zone.AtStartOfDay(week.End.PlusDays(1)).ToInstant()).WithCancellation(cancellationToken))
        {
            found[counted.Place] = counted.Count;
        }

        found[Nobodys] += await OfThoseWhoLeftAsync(cancellationToken);
        return ([.. found.Take(Everything).Select(OrderCount.Of)], OrderCount.Of(found[Everything]), found[Unfinished]);
    }

    /// <summary>Nobody's are also the orders of whoever has left the desk.</summary>
    private async Task<int> OfThoseWhoLeftAsync(CancellationToken cancellationToken)
    {
        var left = await staff.LeftAsync(cancellationToken);
        return left.Count == 0
            ? 0
            : await db.Set<Order>()
                .Where(order => order.State == OrderState.Placed
                    && order.OwnerId != null && left.Contains(order.OwnerId.Value))
                .OrderBy(order => order.Time.Start).ThenBy(order => order.Id)
                .Take(Most)
                .CountAsync(cancellationToken);
    }

    private sealed class Counted
    {
        public required int Place { get; init; }

        public required int Count { get; init; }
    }
}
