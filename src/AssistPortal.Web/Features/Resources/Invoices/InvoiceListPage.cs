using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Web.Shared.Paging;

namespace AssistPortal.Web.Features.Resources.Invoices;

/// <summary>A list of invoices with its controls.</summary>
public sealed record InvoiceListPage
{
    public const string OfHost = "/resources/invoices";
    public const string OfStaff = "/staff/invoices";

    public required InvoiceFilter Filter { get; init; }

    /// <summary>Null where the filter can't be read.</summary>
    public InvoiceListModel? Listed { get; init; }

    /// <summary>What all of the filter come to, by currency; empty where that is not told.</summary>
    public IReadOnlyList<Money> Sums { get; init; } = [];

    /// <summary>Years in which there are invoices.</summary>
    public required IReadOnlyList<int> Years { get; init; }

    /// <summary>All sites, for staff.</summary>
    public required IReadOnlyList<Site> Sites { get; init; }

    public InvoiceListInput Input => Filter.Input;

    public bool IsForStaff => Filter.IsForStaff;

    public string Path => IsForStaff ? OfStaff : OfHost;

    public string Newest => AddressOf();

    public string Newer => AddressOf(after: Listed is { Rows: [var first, ..] } ? first.Number : "");

    public string Older => AddressOf(before: Listed!.Rows[^1].Number);

    public string Export => AddressOf(below: "/export");

    private string AddressOf(string before = "", string after = "", string below = "") => ListAddress.Of(
        Path + below,
        ("q", Filter.Words),
        ("year", $"{Filter.Year}"),
        ("kind", Filter.Kind),
        ("site", $"{Filter.SiteId}"),
        ("before", before),
        ("after", after));
}
