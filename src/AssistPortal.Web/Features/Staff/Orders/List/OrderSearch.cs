using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using AssistPortal.Web.Features.Orders;
using AssistPortal.Web.Shared.Forms;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>Which orders a filter means.</summary>
public sealed class OrderSearch(
    PortalDbContext db, Cached<Catalogue> catalogue, OrderWords words, OrderOwners owners, IClock clock)
{
    /// <summary>
    /// The orders of the filter, and the words that each has to hold besides: none where its number is asked for.
    /// </summary>
    internal async Task<(IQueryable<Order> Orders, IReadOnlyList<OrderWord> Words)> FindAsync(
        OrderListInput input, ListReader reader, CancellationToken cancellationToken)
    {
        var orders = InIndexes(input, reader, await LeftAsync([input], cancellationToken))
            .OfPackage(input.Package, await catalogue.GetAsync(cancellationToken));
        if (OrderFilter.MeansFew(input))
        {
            // Looked up before they are sorted: else a database that guesses wrong walks along the list's order past
            // all that are done, which are nearly all, until it has met a page of them.
            orders = orders.OrderBy(order => order.Time.Start).ThenBy(order => order.Id).Take(int.MaxValue);
        }

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

    /// <summary>Who has left the desk, where one of the filters asks for what nobody looks after.</summary>
    internal async Task<IReadOnlyList<Guid>> LeftAsync(
        IEnumerable<OrderListInput> filters, CancellationToken cancellationToken) =>
        filters.Any(filter => Tolerant.Code(filter.Owner).Equals(
            OrderFilter.Nobodys, StringComparison.OrdinalIgnoreCase))
            ? await owners.LeftAsync(cancellationToken)
            : [];

    /// <summary>The orders of the filter as far as indexes know it: all but package and words.</summary>
    internal IQueryable<Order> InIndexes(OrderListInput input, ListReader reader, IReadOnlyList<Guid> left)
    {
        var now = clock.GetCurrentInstant();
        var days = OrderWhen.DaysOf(input.When, now.InZone(reader.Zone).Date);
        var status = OrderFilter.Read(input.Status, OrderFilter.Statuses);
        var orders = db.Set<Order>().AsNoTracking();
        return (status == OrderFilter.Open
                ? orders.Where(order => order.State == OrderState.Placed)
                : orders.ThatAre(status, now))
            .OfSite(input.Site)
            .OfProducer(input.Producer)
            .OfOwner(input.Owner, reader.UserId, left)
            .OfDays(ShownDays.Read(input.From), ShownDays.Read(input.To), reader.Zone)
            .OfDays(days?.Start, days?.End, reader.Zone)
            .OfAttention(input.Attention, db, now);
    }
}
