using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Reports;
using AssistPortal.Web.Shared.Paging;

namespace AssistPortal.Web.Features.Staff.Reports;

/// <summary>A report with its controls.</summary>
public sealed record ReportPage
{
    public required ReportInput Input { get; init; }

    public required Catalogue Catalogue { get; init; }

    /// <summary>Null where the filter can't be read.</summary>
    public Report? Report { get; init; }

    /// <summary>Address of the same figures as a file.</summary>
    public string Export => ListAddress.Of(
        "/staff/reports/export",
        ("from", Input.From),
        ("to", Input.To),
        ("site", Input.Site),
        ("package", Input.Package));
}
