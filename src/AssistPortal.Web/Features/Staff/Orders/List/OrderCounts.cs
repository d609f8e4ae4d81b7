using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Revisions;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>
/// How many orders each of several filters means, in one statement that goes through a bounded number of orders for
/// each: every page of the list shows them, and nobody needs them exact when they are large.
/// </summary>
public sealed class OrderCounts(OrderSearch search, OrderWords words, Cached<Catalogue> catalogue)
{
    public const int Most = 999;

    /// <summary>How many there are, in the order of the filters.</summary>
    public async Task<IReadOnlyList<OrderCount>> OfAsync(
        IReadOnlyList<OrderListInput> filters, ListReader reader, CancellationToken cancellationToken)
    {
        if (filters.Count == 0)
        {
            return [];
        }

        var known = await catalogue.GetAsync(cancellationToken);
        var left = await search.LeftAsync(filters, cancellationToken);
        var parts = new List<IQueryable<int>>();
        foreach (var (place, filter) in filters.Index())
        {
            var wanted = await words.ReadAsync(filter.Q, cancellationToken);
            parts.AddRange(Parts(search.InIndexes(filter, reader, left), filter, place, wanted, known));
        }

        var found = await parts.Aggregate((all, part) => all.Concat(part))
            .GroupBy(place => place)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return
        [
            .. filters.Select((_, place) => new OrderCount(
                Math.Min(found.GetValueOrDefault(place), Most),
                found.GetValueOrDefault(place) > Most || found.ContainsKey(Beyond(place)))),
        ];
    }

    /// <summary>Stands for the orders that were not looked at any more.</summary>
    private static int Beyond(int place) => -1 - place;

    private static IEnumerable<IQueryable<int>> Parts(
        IQueryable<Order> orders, OrderListInput filter, int place, IReadOnlyList<OrderWord> words, Catalogue known)
    {
        // Sorted as the list is, which goes along one index: so the database counts what it would show.
        var sorted = OrderSort.Read(filter).Sort(orders, isReversed: false);
        var isIndexed = words.Count == 0 && string.IsNullOrWhiteSpace(filter.Package);
        if (isIndexed)
        {
            orders = sorted;
        }
        else
        {
            yield return sorted.Skip(OrderList.Stretch).Take(1).Select(order => Beyond(place));
            orders = sorted.Take(OrderList.Stretch).OfPackage(filter.Package, known).WithWords(words);
        }

        yield return orders.Take(Most + 1).Select(order => place);
    }
}
