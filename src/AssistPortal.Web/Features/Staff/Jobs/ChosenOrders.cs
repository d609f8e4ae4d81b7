using AssistPortal.Assist.Jobs;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Web.Features.Staff.Orders.List;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Staff.Jobs;

/// <summary>Finds the orders that are chosen in the list.</summary>
public sealed class ChosenOrders(PortalDbContext db, OrderList list)
{
    /// <summary>Their keys, in the order of the list; at most <see cref="OrderJob.MostOrders"/>.</summary>
    /// <param name="choice">What is ticked.</param>
    /// <param name="filter">The filter of the list.</param>
    /// <param name="reader">Who has chosen.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<Guid>> ReadAsync(
        ChoiceInput choice, OrderListInput filter, ListReader reader, CancellationToken cancellationToken)
    {
        if (choice.IsWholeView)
        {
            return await list.ReadAllAsync(filter, reader, cancellationToken)
                .Take(OrderJob.MostOrders)
                .Select(row => row.Id)
                .ToListAsync(cancellationToken);
        }

        var numbers = (choice.IsWholePage ? choice.Shown.Concat(choice.Order) : choice.Order)
            .Select(typed => RequestNumber.TryParse(typed, out var number) ? number.Value.Compact : null)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Take(OrderJob.MostOrders)
            .ToList();
        var found = await db.Set<Order>()
            .Where(order => numbers.Contains(order.Number))
            .ToDictionaryAsync(order => order.Number, order => order.Id, cancellationToken);
        return [.. numbers.Where(found.ContainsKey).Select(number => found[number])];
    }
}
