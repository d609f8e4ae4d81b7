using AssistPortal.Assist.Access;
using AssistPortal.Assist.Staffing;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Paging;
using AssistPortal.Web.Shared.Times;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>What the address says of the list of producers; all of it may be missing.</summary>
public sealed class ProducerListInput
{
    public const string No = "no";
    public const string All = "all";

    /// <summary>Part of a name.</summary>
    public string? Q { get; set; }

    /// <summary>Key of a package.</summary>
    public string? Package { get; set; }

    /// <summary><see cref="No"/>, <see cref="All"/>, or only who is active.</summary>
    public string? Active { get; set; }

    public string? Page { get; set; }

    public ProducerQuestion Read() => new(
        Tolerant.Text(Q),
        Tolerant.Code(Package).Length == 0 ? null : Tolerant.Number(Package) ?? 0,
        Active switch { All => null, No => false, _ => true },
        Tolerant.Number(Page) ?? 1);
}

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
