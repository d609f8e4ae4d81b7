using System.Runtime.CompilerServices;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>Finds orders among millions, for the list and for its export.</summary>
public sealed class OrderList(PortalDbContext db, OrderSearch search, IClock clock)
{
    public const int PageSize = 50;

    /// <summary>How many orders one search goes through for words that no index knows.</summary>
    public const int Stretch = 10_000;

    private const int PartSize = 1000;

    // What the desk looks at first and most.
    private static readonly CompiledQuery<Func<PortalDbContext, Instant, IAsyncEnumerable<OrderLine>>> Newest =
        new(() =>
        EF.CompileAsyncQuery((PortalDbContext db, Instant now) => db.Set<Order>().AsNoTracking()
            .OrderByDescending(order => order.PlacedAt).ThenByDescending(order => order.Id)
            .Take(PageSize + 1)
            .SelectMany(
                order => db.Set<OrderAttention>()
                    .Where(item => item.OrderId == order.Id && item.DueAt <= now)
                    .DefaultIfEmpty(),
                OrderLine.Of)));

    // An index of three letters each, where the database has one, finds no shorter words and no Chinese ones.
    private const int IndexedLetters = 3;

    /// <summary>A page of the orders that fit.</summary>
    /// <param name="input">What is asked for.</param>
    /// <param name="reader">For whom.</param>
    /// <param name="cancellationToken">Nobody looks any longer.</param>
    public async Task<OrderListModel> ReadAsync(
        OrderListInput input, ListReader reader, CancellationToken cancellationToken)
    {
        if (ViewQuery.IsFirstOfAll(input))
        {
            var newest = await PartOfAsync(Newest.On(db)(db, clock.GetCurrentInstant()), cancellationToken);
            return newest.Page(isReversed: false, hasBefore: false, newest.Count > PageSize, goOnFrom: null);
        }

        var sort = OrderSort.Read(input);
        var (orders, wanted) = await search.FindAsync(input, reader, cancellationToken);
        if (OrderPlace.Read(input.Before) is { } upper)
        {
            var before = await RowsAsync(
                sort.Sort(sort.Beyond(orders, upper, isReversed: true).WithWords(wanted), isReversed: true),
                cancellationToken);
            if (before.Count > PageSize)
            {
                return before.Page(isReversed: true, hasBefore: true, hasAfter: true, goOnFrom: null);
            }
        }

        var lower = OrderPlace.Read(input.Before) is null ? OrderPlace.Read(input.After) : null;
        var beyond = lower is null ? orders : sort.Beyond(orders, lower, isReversed: false);
        var looked = sort.Sort(beyond, isReversed: false);
        var isStretch = IsStretch(wanted);
        var rows = isStretch
            ? await RowsAsync(sort.Sort(looked.Take(Stretch).WithWords(wanted), isReversed: false), cancellationToken)
            : await RowsAsync(sort.Sort(beyond.WithWords(wanted), isReversed: false), cancellationToken);
        var hasAfter = rows.Count > PageSize;
        var end = isStretch && !hasAfter
            ? await looked.Skip(Stretch - 1).Select(OrderRow.Of).FirstOrDefaultAsync(cancellationToken)
            : null;
        return rows.Page(
            isReversed: false, lower is not null, hasAfter, end is null ? null : sort.PlaceOf(end));
    }

    /// <summary>
    /// All that fit, read in parts: a query that the database may be asked again is kept in memory as a whole, until it
    /// is known to have come through.
    /// </summary>
    /// <inheritdoc cref="ReadAsync"/>
    public async IAsyncEnumerable<OrderRow> ReadAllAsync(
        OrderListInput input, ListReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sort = OrderSort.Read(input);
        var (filtered, wanted) = await search.FindAsync(input, reader, cancellationToken);
        var orders = filtered.WithWords(wanted);
        OrderPlace? place = null;
        List<OrderRow> part;
        do
        {
            var rest = place is null ? orders : sort.Beyond(orders, place, isReversed: false);
            part = await sort.Sort(rest, isReversed: false)
                .Take(PartSize)
                .Select(OrderRow.Of)
                .ToListAsync(cancellationToken);
            foreach (var row in part)
            {
                yield return row;
            }

            place = part.Count > 0 ? sort.PlaceOf(part[^1]) : null;
        }
        while (part.Count == PartSize);
    }

    /// <summary>These orders, in the order of their keys.</summary>
    public async Task<IReadOnlyList<OrderRow>> OfAsync(
        IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Order>().AsNoTracking()
            .Where(order => ids.Contains(order.Id))
            .Select(OrderRow.Of)
            .ToDictionaryAsync(row => row.Id, cancellationToken);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    /// <summary>The orders with all words that were placed last; among the newest alone where no index helps.</summary>
    public async Task<IReadOnlyList<OrderRow>> NewestAsync(
        string typed, int most, CancellationToken cancellationToken)
    {
        var nobody = new ListReader(Guid.Empty, DateTimeZone.Utc);
        var (orders, wanted) = await search.FindAsync(
            new OrderListInput { Q = typed }, nobody, cancellationToken);
        var sorted = orders.OrderByDescending(order => order.PlacedAt).ThenByDescending(order => order.Id);
        var found = IsStretch(wanted)
            ? sorted.Take(Stretch).WithWords(wanted)
                .OrderByDescending(order => order.PlacedAt).ThenByDescending(order => order.Id)
            : sorted.WithWords(wanted);
        return await found.Take(most).Select(OrderRow.Of).ToListAsync(cancellationToken);
    }

    private static bool IsStretch(IReadOnlyList<OrderWord> wanted) => wanted.Count > 0
        && !wanted.Any(item => IsIndexed(item.Word.Text) && IsIndexed(item.Word.Other));

    private static bool IsIndexed(string word)
    {
        var run = 0;
        foreach (var sign in word)
        {
            run = char.IsAsciiLetterOrDigit(sign) ? run + 1 : 0;
            if (run == IndexedLetters)
            {
                return true;
            }
        }

        return false;
    }

    private Task<OrderPart> RowsAsync(IQueryable<Order> orders, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return PartOfAsync(
            orders.Take(PageSize + 1)
                .SelectMany(
                    order => db.Set<OrderAttention>()
                        .Where(item => item.OrderId == order.Id && item.DueAt <= now)
                        .DefaultIfEmpty(),
                    OrderLine.Of)
                .AsAsyncEnumerable(),
            cancellationToken);
    }

    /// <summary>The rows in their order, each once, and why they need somebody.</summary>
    private static async Task<OrderPart> PartOfAsync(
        IAsyncEnumerable<OrderLine> lines, CancellationToken cancellationToken)
    {
        var rows = new List<OrderRow>(PageSize + 1);
        var attention = new List<(Guid OrderId, AttentionReason Reason)>();
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            if (rows.Count == 0 || rows[^1].Id != line.Order.Id)
            {
                rows.Add(line.Order);
            }

            if (line.Reason is { } reason)
            {
                attention.Add((line.Order.Id, reason));
            }
        }

        return new OrderPart(
            rows, attention.OrderBy(item => item.Reason).ToLookup(item => item.OrderId, item => item.Reason));
    }

    private sealed record OrderPart(List<OrderRow> Rows, ILookup<Guid, AttentionReason> Attention)
    {
        public int Count => Rows.Count;

        public OrderListModel Page(bool isReversed, bool hasBefore, bool hasAfter, OrderPlace? goOnFrom)
        {
            var shown = Rows.Take(PageSize);
            return new OrderListModel(
                [.. isReversed ? shown.Reverse() : shown], hasBefore, hasAfter, goOnFrom)
            {
                Attention = Attention,
            };
        }
    }
}
