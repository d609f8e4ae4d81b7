using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>Asks before a card goes.</summary>
/// <param name="Package">The package.</param>
/// <param name="Card">The card.</param>
/// <param name="Sites">Where the package can't be ordered then.</param>
public sealed record RateRemovalPage(ServicePackage Package, RateCard Card, IReadOnlyList<Site> Sites);
