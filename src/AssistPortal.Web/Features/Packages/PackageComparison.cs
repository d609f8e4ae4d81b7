using AssistPortal.Assist.Packages;

namespace AssistPortal.Web.Features.Packages;

/// <summary>How the packages that can be ordered compare.</summary>
/// <param name="Packages">In their display order.</param>
/// <param name="Rows">In the order of phases, then their display order.</param>
public sealed record PackageComparison(IReadOnlyList<ServicePackage> Packages, IReadOnlyList<ComparisonRow> Rows);
