using System.Runtime.CompilerServices;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using AssistPortal.Web.Features.Orders;
using AssistPortal.Web.Shared.Forms;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>Finds orders among millions, for the list and for its export.</summary>
public sealed class OrderList(PortalDbContext db, Cached<Catalogue> catalogue, OrderWords words, IClock clock)
{
    public const int PageSize = 50;

    /// <summary>How many orders one search goes through for words that no index knows.</summary>
    public const int Stretch = 10_000;

    // Each page of the list shows the number: nobody needs it exact when it is that large.
    public const int MostCounted = 999;

    private const int PartSize = 1000;

    // An index of three letters each, where the database has one, finds no shorter words and no Chinese ones.
    private const int IndexedLetters = 3;

    /// <summary>A page of the orders that fit.</summary>
    /// <param name="input">What is asked for.</param>
    /// <param name="zone">In which the days are meant.</param>
    /// <param name="cancellationToken">Nobody looks any longer.</param>
    public async Task<OrderListModel> ReadAsync(
        OrderListInput input, DateTimeZone zone, CancellationToken cancellationToken)
    {
        var sort = OrderSort.Read(input);
        var (orders, wanted) = await FindAsync(input, zone, cancellationToken);
        if (OrderPlace.Read(input.Before) is { } upper)
        {
            var before = await RowsAsync(
                sort.Sort(sort.Beyond(orders, upper, isReversed: true).WithWords(wanted), isReversed: true),
                cancellationToken);
            if (before.Count > PageSize)
            {
                return await ModelOfAsync(
                    [.. before.Take(PageSize).Reverse()], hasBefore: true, hasAfter: true, null, cancellationToken);
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
        return await ModelOfAsync(
            [.. rows.Take(PageSize)],
            lower is not null,
            hasAfter,
            end is null ? null : sort.PlaceOf(end),
            cancellationToken);
    }

    /// <summary>
    /// All that fit, read in parts: a query that the database may be asked again is kept in memory as a whole, until it
    /// is known to have come through.
    /// </summary>
    /// <inheritdoc cref="ReadAsync"/>
    public async IAsyncEnumerable<OrderRow> ReadAllAsync(
        OrderListInput input, DateTimeZone zone, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sort = OrderSort.Read(input);
        var (filtered, wanted) = await FindAsync(input, zone, cancellationToken);
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

    /// <summary>The orders with all words that were placed last; among the newest alone where no index helps.</summary>
    public async Task<IReadOnlyList<OrderRow>> NewestAsync(
        string typed, int most, CancellationToken cancellationToken)
    {
        var (orders, wanted) = await FindAsync(
            new OrderListInput { Q = typed }, DateTimeZone.Utc, cancellationToken);
        var sorted = orders.OrderByDescending(order => order.PlacedAt).ThenByDescending(order => order.Id);
        var found = IsStretch(wanted)
            ? sorted.Take(Stretch).WithWords(wanted)
                .OrderByDescending(order => order.PlacedAt).ThenByDescending(order => order.Id)
            : sorted.WithWords(wanted);
        return await found.Take(most).Select(OrderRow.Of).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// How many orders need a coordinator, for whatever reasons; of more than <see cref="MostCounted"/> one more.
    /// </summary>
    public Task<int> CountAttentionAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return db.Set<OrderAttention>()
            .Where(item => item.DueAt <= now)
            .Select(item => item.OrderId)
            .Distinct()
            .Take(MostCounted + 1)
            .CountAsync(cancellationToken);
    }

    /// <summary>
    /// The orders of the filter, and the words that each has to hold besides: none where its number is asked for.
    /// </summary>
    private async Task<(IQueryable<Order> Orders, IReadOnlyList<OrderWord> Words)> FindAsync(
        OrderListInput input, DateTimeZone zone, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var orders = db.Set<Order>().AsNoTracking()
            .ThatAre(OrderFilter.Read(input.Status, OrderProgress.All), now)
            .OfPackage(input.Package, await catalogue.GetAsync(cancellationToken))
            .OfSite(input.Site)
            .OfProducer(input.Producer)
            .OfDays(Tolerant.Date(input.From), Tolerant.Date(input.To), zone)
            .OfAttention(input.Attention, db, now);

        // Names can be read as numbers too, David Brown for example: only that of an order counts as one.
        if (RequestNumber.TryParse(input.Q, out var number))
        {
            var compact = number.Value.Compact;
            if (await db.Set<Order>().AnyAsync(order => order.Number == compact, cancellationToken))
            {
                return (orders.Where(order => order.Number == compact), []);
            }
        }

        return (orders, await words.ReadAsync(input.Q, cancellationToken));
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

    private static Task<List<OrderRow>> RowsAsync(IQueryable<Order> orders, CancellationToken cancellationToken) =>
        orders.Take(PageSize + 1).Select(OrderRow.Of).ToListAsync(cancellationToken);

    private async Task<OrderListModel> ModelOfAsync(
        IReadOnlyList<OrderRow> rows,
        bool hasBefore,
        bool hasAfter,
        OrderPlace? goOnFrom,
        CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        List<Guid> shown = [.. rows.Select(row => row.Id)];
        List<int> producers = [.. rows.Select(row => row.ProducerId).Distinct()];
        var attention = await db.Set<OrderAttention>().AsNoTracking()
            .Where(item => item.DueAt <= now && shown.Contains(item.OrderId))
            .ToListAsync(cancellationToken);
        return new OrderListModel(rows, hasBefore, hasAfter, goOnFrom)
        {
            Attention = attention.OrderBy(item => item.Reason).ToLookup(item => item.OrderId, item => item.Reason),
            Producers = await db.Set<Producer>()
                .Where(producer => producers.Contains(producer.Id))
                .ToDictionaryAsync(producer => producer.Id, producer => producer.Name, cancellationToken),
        };
    }
}
