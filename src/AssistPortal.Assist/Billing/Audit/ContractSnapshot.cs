namespace AssistPortal.Assist.Billing.Audit;

/// <summary>What a site has agreed to pay for a package.</summary>
internal sealed record ContractSnapshot(int SiteId, int PackageId, string Currency, ContractTerms Terms)
{
    public static ContractSnapshot Of(Contract contract) =>
        new(contract.SiteId, contract.PackageId, contract.Currency, ContractTerms.Of(contract));
}
