using AssistPortal.Assist.Offers;
using AssistPortal.Web.Features.Orders;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Paging;
using AssistPortal.Web.Shared.Times;

namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>The list of orders with its controls.</summary>
public sealed record OrderListPage
{
    public const string Path = "/staff/orders";

    public required OrderListInput Input { get; init; }

    public required Catalogue Catalogue { get; init; }

    /// <summary>All producers by name.</summary>
    public required IReadOnlyList<(int Id, string Name)> Producers { get; init; }

    /// <summary>How many orders need a coordinator.</summary>
    public required int Attention { get; init; }

    /// <summary>How many orders for customers the reader has begun and not placed.</summary>
    public required int Unfinished { get; init; }

    public required OwnTime Time { get; init; }

    /// <summary>Null where the filter can't be read.</summary>
    public OrderListModel? List { get; init; }

    public OrderSort Sort => OrderSort.Read(Input);

    /// <summary>Whether the list can be sorted by the time of ordering: see <see cref="OrderSort.Read"/>.</summary>
    public bool CanSortByPlacing => !OrderFilter.IsByEventTime(Input);

    public bool IsFiltered => FilterOf(Input).Any(part => part.Value is { Length: > 0 });

    /// <summary>Address of the file with all that fit.</summary>
    public string Export => AddressOf(below: "/export");

    public string First => AddressOf();

    public string Before => AddressOf(before: Sort.PlaceOf(List!.Orders[0]));

    public string After => AddressOf(after: Sort.PlaceOf(List!.Orders[^1]));

    /// <summary>Address of the list sorted by a column: the other way round where it is sorted by it.</summary>
    public string SortedBy(string column)
    {
        var isDescendingFirst = column == "placed";
        var (first, second) = isDescendingFirst ? ($"{column}-desc", column) : (column, $"{column}-desc");
        return AddressOf(sort: Sort.Name == first ? second : first);
    }

    /// <summary>How a column is sorted, for screen readers; null where it is not.</summary>
    public string? DirectionOf(string column) =>
        Sort.Name == column ? "ascending" : Sort.Name == $"{column}-desc" ? "descending" : null;

    /// <summary>Address of the list with the same filter.</summary>
    public string AddressOf(
        string? sort = null, OrderPlace? before = null, OrderPlace? after = null, string below = "") =>
        AddressOf(
            [
                .. FilterOf(Input),
                ("sort", sort ?? (Tolerant.Code(Input.Sort).Length > 0 ? Sort.Name : "")),
                ("before", before?.ToString()),
                ("after", after?.ToString()),
            ],
            below);

    /// <summary>Address of the list with these fields of the filter and no others.</summary>
    public static string AddressOf(
        IEnumerable<(string Name, string? Value)> fields, string below = "", string row = "") =>
        ListAddress.Of(Path + below, fields) + row;

    private static IEnumerable<(string Name, string? Value)> FilterOf(OrderListInput input) =>
    [
        ("q", Tolerant.Text(input.Q)),
        ("status", OrderFilter.Read(input.Status, OrderProgress.All)),
        ("package", Tolerant.Code(input.Package)),
        ("site", Tolerant.Code(input.Site)),
        ("producer", Tolerant.Code(input.Producer)),
        ("from", Tolerant.Code(input.From)),
        ("to", Tolerant.Code(input.To)),
        ("attention", OrderFilter.Read(input.Attention, OrderFilter.Reasons)),
    ];
}
