using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Paging;
using NodaTime;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>A page of the list of customers with its controls.</summary>
public sealed record CustomerListPage
{
    public const string Path = "/trials";

    public required CustomerListInput Input { get; init; }

    public required Instant Now { get; init; }

    public required IReadOnlyList<CustomerRow> Rows { get; init; }

    public required bool HasMore { get; init; }

    /// <summary>Trials that end soon and whose customer nobody has spoken with.</summary>
    public required IReadOnlyList<CustomerRow> ToContact { get; init; }

    public required bool HasMoreToContact { get; init; }

    public string? Notice { get; init; }

    public string Filter => CustomerFilter.Read(Input.Filter);

    public CustomerSort Sort => CustomerSort.Read(Input);

    public bool IsFiltered => Tolerant.Text(Input.Q).Length > 0 || Filter != CustomerFilter.Everything;

    public bool IsFirst => Tolerant.Code(Input.After).Length == 0;

    public string First => AddressOf();

    public string More => AddressOf(after: Sort.PlaceOf(Rows[^1]));

    /// <summary>Address of the file with all that fit.</summary>
    public string Export => AddressOf(below: "/export.csv");

    /// <summary>Address of the list sorted by a column: the other way round where it is sorted by it.</summary>
    public string SortedBy(string column)
    {
        var (first, second) = column == "started" ? ($"{column}-desc", column) : (column, $"{column}-desc");
        return AddressOf(sort: Sort.Name == first ? second : first);
    }

    /// <summary>How a column is sorted, for screen readers; null where it is not.</summary>
    public string? DirectionOf(string column) =>
        Sort.Name == column ? "ascending" : Sort.Name == $"{column}-desc" ? "descending" : null;

    /// <summary>Address of the list with another filter and the same words.</summary>
    public string FilteredBy(string filter) =>
        ListAddress.Of(
            Path, ("q", Tolerant.Text(Input.Q)), ("filter", filter == CustomerFilter.Everything ? null : filter));

    private string AddressOf(string? sort = null, string? after = null, string below = "") => ListAddress.Of(
        Path + below,
        ("q", Tolerant.Text(Input.Q)),
        ("filter", Filter == CustomerFilter.Everything ? null : Filter),
        ("sort", sort ?? (Tolerant.Code(Input.Sort).Length > 0 ? Sort.Name : null)),
        ("after", after));
}
