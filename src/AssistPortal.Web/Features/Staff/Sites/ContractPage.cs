using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Sites;
using AssistPortal.Web.Features.Staff.Packages;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Sites;

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
