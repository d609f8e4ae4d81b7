using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Paging;
using AssistPortal.Web.Shared.Times;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>The list of orders with its controls.</summary>
public sealed record OrderListPage
{
    public const string Path = "/staff/orders";

    public required OrderListInput Input { get; init; }

    /// <summary>The order beside which the list stands; null for none.</summary>
    public RequestNumber? Chosen { get; init; }

    public required Catalogue Catalogue { get; init; }

    /// <summary>All producers by name.</summary>
    public required ProducerNames Producers { get; init; }

    /// <summary>Whoever works at the desk.</summary>
    public required IReadOnlyList<DeskPerson> People { get; init; }

    /// <summary>The reader's own views, with what they show.</summary>
    public required IReadOnlyList<(string Name, string Query)> Saved { get; init; }

    /// <summary>The views that everybody has.</summary>
    public IReadOnlyList<ShownView> Views { get; init; } = [];

    /// <summary>The reader's own views.</summary>
    public IReadOnlyList<ShownView> OwnViews { get; init; } = [];

    /// <summary>The name under which the filter is to be saved.</summary>
    public SaveViewInput Save { get; init; } = new();

    /// <summary>What was just done.</summary>
    public string? Notice { get; init; }

    /// <summary>Why nothing was done.</summary>
    public string? Refusal { get; init; }

    /// <summary>How many orders the filter shows; null where nobody has counted.</summary>
    public OrderCount? Count { get; init; }

    /// <summary>How many orders for customers the reader has begun and not placed.</summary>
    public int Unfinished { get; init; }

    public required OwnTime Time { get; init; }

    /// <summary>Null where the filter can't be read.</summary>
    public OrderListModel? List { get; init; }

    public OrderSort Sort => OrderSort.Read(Input);

    /// <summary>Whether the list can be sorted by the time of ordering: see <see cref="OrderSort.Read"/>.</summary>
    public bool CanSortByPlacing => !OrderFilter.IsByEventTime(Input);

    public bool IsFiltered => ViewQuery.FilterTextOf(Input).Length > 0;

    /// <summary>Whether the list is filtered by that status alone.</summary>
    public bool IsJust(string status) => ViewQuery.FilterTextOf(Input) == $"status={status}";

    /// <summary>Who looks after an order, and whether they have left the desk or are not known there.</summary>
    public string OwnerName(Guid id, IStringLocalizer<StaffOrderListTexts> texts) =>
        People.FirstOrDefault(person => person.Id == id) is not { } owner ? texts["Owner.Gone"]
        : owner.IsActive ? owner.Name
        : texts["Owner.Left", owner.Name];

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

    /// <summary>Address of the list with the same filter, beside the same order.</summary>
    public string AddressOf(
        string? sort = null, OrderPlace? before = null, OrderPlace? after = null, string below = "") =>
        ListAddress.Of(
            Chosen is { } number ? $"{Path}/{number}" : Path + below,
            [
                .. ViewQuery.FilterOf(Input).Select(part => (part.Name, (string?)part.Value)),
                ("sort", sort ?? (Tolerant.Code(Input.Sort).Length > 0 ? Sort.Name : "")),
                ("before", before?.ToString()),
                ("after", after?.ToString()),
            ]);

    /// <summary>Address of the page of the list that such fields mean.</summary>
    public static string AddressOfPage(OrderListInput input) => ListAddress.Of(
        Path,
        [
            .. ViewQuery.FieldsOf(input).Select(part => (part.Name, (string?)part.Value)),
            ("before", OrderPlace.Read(input.Before)?.ToString()),
            ("after", OrderPlace.Read(input.After)?.ToString()),
        ]);

    /// <summary>What stands behind the number in addresses of orders beside this page of the list.</summary>
    public string BehindNumber => ListAddress.Of(
        "",
        [
            .. ViewQuery.FilterOf(Input).Select(part => (part.Name, (string?)part.Value)),
            ("sort", Sort.Name),
            ("before", OrderPlace.Read(Input.Before)?.ToString()),
            ("after", OrderPlace.Read(Input.After)?.ToString()),
        ])[1..];
}
