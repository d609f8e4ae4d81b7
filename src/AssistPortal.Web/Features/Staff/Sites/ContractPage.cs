using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.Web.Features.Staff.Packages;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Sites;

/// <summary>A site's contracts, package by package.</summary>
public sealed record ContractListPage(Site Site, IReadOnlyList<ContractLine> Lines);

/// <summary>What a site pays for a package.</summary>
/// <param name="Package">The package.</param>
/// <param name="Standard">Its standard rates in the site's currency; null where there are none.</param>
/// <param name="Contract">What replaces them; null where nothing does.</param>
/// <param name="Former">Contracts in currencies that the site's orders had before.</param>
public sealed record ContractLine(ServicePackage Package, RateCard? Standard, Contract? Contract, IReadOnlyList<Contract> Former);

/// <summary>The form of a contract.</summary>
public sealed record ContractPage
{
    public required Site Site { get; init; }

    public required ContractLine Line { get; init; }

    public required RatesInput Input { get; init; }

    public ChangedMeanwhile? Changed { get; init; }

    /// <summary>The contract that is asked about whether to remove it.</summary>
    public Contract? Removed { get; init; }

    /// <summary>The question whether to remove the contract in a currency; in the site's where none is named.</summary>
    public ContractPage In(string? currency) => this with
    {
        Removed = currency is null || currency == Site.Currency
            ? Line.Contract
            : Line.Former.FirstOrDefault(contract => contract.Currency == currency),
    };
}
