using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Packages;

namespace AssistPortal.Web.Features.Staff.Sites;

/// <summary>What a site pays for a package.</summary>
/// <param name="Package">The package.</param>
/// <param name="Standard">Its standard rates in the site's currency; null where there are none.</param>
/// <param name="Contract">What replaces them; null where nothing does.</param>
/// <param name="Former">Contracts in currencies that the site's orders had before.</param>
public sealed record ContractLine(
    ServicePackage Package, RateCard? Standard, Contract? Contract, IReadOnlyList<Contract> Former);
