using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Billing.Audit;

/// <summary>What a site has agreed to pay is changed.</summary>
[AuditAction("contract.changed")]
internal sealed record ContractChanged(int ContractId, Change<ContractSnapshot> Contract)
    : ContractRecord(ContractId);
