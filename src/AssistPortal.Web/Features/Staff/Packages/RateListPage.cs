using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>A package's rates in all currencies.</summary>
/// <param name="Package">The package.</param>
/// <param name="Input">The currency of a card to be added.</param>
/// <param name="Missing">
/// Sites that offer the package in a currency without a card, so that it can't be ordered there.
/// </param>
public sealed record RateListPage(ServicePackage Package, RateChoiceInput Input, IReadOnlyList<Site> Missing);
