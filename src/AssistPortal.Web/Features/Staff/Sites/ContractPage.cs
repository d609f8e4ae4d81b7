using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.Web.Features.Staff.Packages;
using AssistPortal.Web.Shared;

namespace AssistPortal.Web.Features.Staff.Sites;

/// <summary>A site's contracts, package by package.</summary>
public sealed record ContractListPage(Site Site, IReadOnlyList<ContractLine> Lines);

/// <summary>What a site pays for a package.</summary>
/// <param name="Package">The package.</param>
/// <param name="Standard">Its standard rates in the site's currency; null where there are none.</param>
/// <param name="Contract">What replaces them; null where nothing does.</param>
public sealed record ContractLine(ServicePackage Package, RateCard? Standard, Contract? Contract);

/// <summary>The form of a contract.</summary>
public sealed record ContractPage
{
    public required Site Site { get; init; }

    public required ContractLine Line { get; init; }

    public required RatesInput Input { get; init; }

    public ChangedMeanwhile? Changed { get; init; }
}
