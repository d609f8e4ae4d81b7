using System.Linq.Expressions;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Paging;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Paging;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>An order in which orders can be listed.</summary>
public abstract class OrderSort
{
    private static readonly OrderSort[] All =
    [
        Moments("placed-desc", order => order.PlacedAt, row => row.PlacedAt, ascending: false),
        Moments("placed", order => order.PlacedAt, row => row.PlacedAt, ascending: true),
        Moments("start", order => order.Time.Start, row => row.Start, ascending: true),
        Moments("start-desc", order => order.Time.Start, row => row.Start, ascending: false),
        new ByColumn<string>(
            "customer", order => order.Contact.LastName, row => row.LastName, name => name, name => name, true),
        new ByColumn<string>(
            "customer-desc", order => order.Contact.LastName, row => row.LastName, name => name, name => name, false),
    ];

    private OrderSort(string name) => Name = name;

    public static IEnumerable<string> Names => All.Select(sort => sort.Name);

    public string Name { get; }

    /// <summary>
    /// The order that was asked for; the newest ones first where none can be read. What is chosen by the time of the
    /// event is listed by it instead of the time of ordering: the two go together, so no database finds the one by the
    /// other.
    /// </summary>
    public static OrderSort Read(OrderListInput input)
    {
        var code = Tolerant.Code(input.Sort);
        var wanted = code.Length == 0
            ? All[0]
            : Array.Find(All, sort => sort.Name.Equals(code, StringComparison.OrdinalIgnoreCase)) ?? All[0];
        return OrderFilter.IsByEventTime(input) && wanted.Name.StartsWith("placed", StringComparison.Ordinal)
            ? All.Single(sort => sort.Name == wanted.Name.Replace("placed", "start", StringComparison.Ordinal))
            : wanted;
    }

    /// <summary>The rows in this order, or the other way round.</summary>
    internal abstract IQueryable<Order> Sort(IQueryable<Order> orders, bool isReversed);

    /// <summary>The rows beyond a place; all of them where the place can't be read.</summary>
    internal abstract IQueryable<Order> Beyond(IQueryable<Order> orders, OrderPlace place, bool isReversed);

    internal abstract OrderPlace PlaceOf(OrderRow row);

    private static ByColumn<Instant?> Moments(
        string name, Expression<Func<Order, Instant?>> column, Func<OrderRow, Instant> ofRow, bool ascending) => new(
            name,
            column,
            row => ofRow(row),
            moment => MomentKey.Write(moment!.Value),
            MomentKey.ReadMoment,
            ascending);

    private sealed class ByColumn<TColumn>(
        string name,
        Expression<Func<Order, TColumn>> column,
        Func<OrderRow, TColumn> ofRow,
        Func<TColumn, string> write,
        Func<string, TColumn> read,
        bool ascending) : OrderSort(name)
    {
        internal override IQueryable<Order> Sort(IQueryable<Order> orders, bool isReversed) =>
            orders.SortedBy(column, order => order.Id, ascending != isReversed);

        internal override IQueryable<Order> Beyond(IQueryable<Order> orders, OrderPlace place, bool isReversed) =>
            read(place.Value) is { } value
                ? orders.Beyond(column, order => order.Id, ascending != isReversed, value, place.Id)
                : orders;

        internal override OrderPlace PlaceOf(OrderRow row) => new(write(ofRow(row)), row.Id);
    }
}
