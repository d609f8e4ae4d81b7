using System.Runtime.CompilerServices;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using AssistPortal.Web.Shared.Forms;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders;

/// <summary>Finds orders among millions, for the list and for its export.</summary>
public sealed class OrderList(PortalDbContext db, Kept<Catalogue> catalogue, IClock clock)
{
    public const int PageSize = 50;

    /// <summary>How many orders one search goes through for words that no index knows.</summary>
    public const int Stretch = 10_000;

    private const int PartSize = 1000;
    private const int MostWords = 6;

    // An index of three letters each, where the database has one, finds no shorter words and no Chinese ones.
    private const int IndexedLetters = 3;

    /// <summary>A page of the orders that fit.</summary>
    /// <param name="input">What is asked for.</param>
    /// <param name="zone">In which the days are meant.</param>
    /// <param name="cancellationToken">Nobody looks any longer.</param>
    public async Task<OrderListPicture> ReadAsync(OrderListInput input, DateTimeZone zone, CancellationToken cancellationToken)
    {
        var sort = OrderSort.Read(input);
        var orders = await FilteredAsync(input, zone, cancellationToken);
        var words = WordsOf(input);
        if (OrderPlace.Read(input.Before) is { } upper)
        {
            var before = await RowsAsync(sort.Sort(Holding(sort.Beyond(orders, upper, isReversed: true), words), isReversed: true), cancellationToken);
            if (before.Count > PageSize)
            {
                return await PictureAsync([.. before.Take(PageSize).Reverse()], hasBefore: true, hasAfter: true, null, cancellationToken);
            }
        }

        var lower = OrderPlace.Read(input.Before) is null ? OrderPlace.Read(input.After) : null;
        var beyond = lower is null ? orders : sort.Beyond(orders, lower, isReversed: false);
        var looked = sort.Sort(beyond, isReversed: false);
        var isStretch = words.Count > 0 && !words.Any(IsIndexed);
        var rows = isStretch
            ? await RowsAsync(sort.Sort(Holding(looked.Take(Stretch), words), isReversed: false), cancellationToken)
            : await RowsAsync(sort.Sort(Holding(beyond, words), isReversed: false), cancellationToken);
        var hasAfter = rows.Count > PageSize;
        var end = isStretch && !hasAfter
            ? await looked.Skip(Stretch - 1).Select(OrderRow.Of).FirstOrDefaultAsync(cancellationToken)
            : null;
        return await PictureAsync(
            [.. rows.Take(PageSize)], lower is not null, hasAfter, end is null ? null : sort.PlaceOf(end), cancellationToken);
    }

    /// <summary>
    /// All that fit, read in parts: a query that the database may be asked again is kept in memory as a whole, until it is
    /// known to have come through.
    /// </summary>
    /// <inheritdoc cref="ReadAsync"/>
    public async IAsyncEnumerable<OrderRow> ReadAllAsync(
        OrderListInput input, DateTimeZone zone, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sort = OrderSort.Read(input);
        var orders = Holding(await FilteredAsync(input, zone, cancellationToken), WordsOf(input));
        OrderPlace? place = null;
        List<OrderRow> part;
        do
        {
            var rest = place is null ? orders : sort.Beyond(orders, place, isReversed: false);
            part = await sort.Sort(rest, isReversed: false).Take(PartSize).Select(OrderRow.Of).ToListAsync(cancellationToken);
            foreach (var row in part)
            {
                yield return row;
            }

            place = part.Count > 0 ? sort.PlaceOf(part[^1]) : null;
        }
        while (part.Count == PartSize);
    }

    /// <summary>How many orders need a coordinator, by reason.</summary>
    public async Task<IReadOnlyDictionary<AttentionReason, int>> CountAttentionAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return await db.Set<OrderAttention>()
            .Where(item => item.DueAt <= now)
            .GroupBy(item => item.Reason)
            .Select(group => new { Reason = group.Key, Count = group.Count() })
            .ToDictionaryAsync(item => item.Reason, item => item.Count, cancellationToken);
    }

    private async Task<IQueryable<Order>> FilteredAsync(OrderListInput input, DateTimeZone zone, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var orders = db.Set<Order>().AsNoTracking()
            .OfStatus(input.Status, now)
            .OfPackage(input.Package, await catalogue.GetAsync(cancellationToken))
            .OfSite(input.Site)
            .OfProducer(input.Producer)
            .OfDays(input.From, input.To, zone)
            .OfAttention(input.Attention, db, now);
        if (!RequestNumber.TryParse(Tolerant.Code(input.Q), out var number))
        {
            return orders;
        }

        var compact = number.Value.Compact;
        return orders.Where(order => order.Number == compact);
    }

    /// <summary>The words to be found, each of which an order has to hold; none where a number is asked for.</summary>
    private static IReadOnlyList<string> WordsOf(OrderListInput input)
    {
        var typed = Tolerant.Code(input.Q);
        return RequestNumber.TryParse(typed, out _) ? [] : OrderSearchText.WordsOf(typed, MostWords);
    }

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

    private static IQueryable<Order> Holding(IQueryable<Order> orders, IReadOnlyList<string> words) =>
        words.Aggregate(orders, (found, word) => found.Where(order => order.SearchText.Contains(word)));

    private static Task<List<OrderRow>> RowsAsync(IQueryable<Order> orders, CancellationToken cancellationToken) =>
        orders.Take(PageSize + 1).Select(OrderRow.Of).ToListAsync(cancellationToken);

    private async Task<OrderListPicture> PictureAsync(
        IReadOnlyList<OrderRow> rows, bool hasBefore, bool hasAfter, OrderPlace? goOnFrom, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        List<Guid> shown = [.. rows.Select(row => row.Id)];
        List<int> producers = [.. rows.Select(row => row.ProducerId).Distinct()];
        var attention = await db.Set<OrderAttention>().AsNoTracking()
            .Where(item => item.DueAt <= now && shown.Contains(item.OrderId))
            .ToListAsync(cancellationToken);
        return new OrderListPicture(rows, hasBefore, hasAfter, goOnFrom)
        {
            Attention = attention.OrderBy(item => item.Reason).ToLookup(item => item.OrderId, item => item.Reason),
            Producers = await db.Set<Producer>()
                .Where(producer => producers.Contains(producer.Id))
                .ToDictionaryAsync(producer => producer.Id, producer => producer.Name, cancellationToken),
        };
    }
}
