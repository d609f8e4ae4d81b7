using AssistPortal.Assist.Staffing;
using AssistPortal.Web.Shared.Paging;
using AssistPortal.Web.Shared.Times;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>The list with its controls.</summary>
public sealed record ProducerListView
{
    public required ProducerListInput Input { get; init; }

    public required IReadOnlyDictionary<int, string> Packages { get; init; }

    public required ProducerListPage Found { get; init; }

    public required OwnTime Time { get; init; }

    public string? Notice { get; init; }

    public int First => ((Found.Page - 1) * ProducerList.PageSize) + 1;

    public int Last => First + Found.Rows.Count - 1;

    /// <summary>Address of another page of the same list.</summary>
    public string AddressOf(int page) => ListAddress.Of(
        "/staff/producers", ("q", Input.Q), ("package", Input.Package), ("active", Input.Active), ("page", $"{page}"));
}
