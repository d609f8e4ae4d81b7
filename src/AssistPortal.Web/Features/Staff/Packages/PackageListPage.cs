using AssistPortal.Assist.Packages;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>The list of packages.</summary>
/// <param name="Packages">All, in the order in which hosts see them.</param>
/// <param name="Unserved">Keys of those that nobody is qualified for.</param>
public sealed record PackageListPage(IReadOnlyList<ServicePackage> Packages, IReadOnlySet<int> Unserved);
