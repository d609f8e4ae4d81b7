using AssistPortal.Assist.Packages;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>The comparison table, to be edited.</summary>
/// <param name="Packages">All packages, those that are not offered any more too.</param>
/// <param name="Rows">In the order in which they are shown.</param>
public sealed record ComparisonPage(IReadOnlyList<ServicePackage> Packages, IReadOnlyList<ComparisonRow> Rows);
