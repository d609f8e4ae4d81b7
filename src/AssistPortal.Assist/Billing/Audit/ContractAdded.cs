using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Billing.Audit;

/// <summary>A site has agreed to pay something else than the standard rates of a package.</summary>
[AuditAction("contract.added")]
internal sealed record ContractAdded(int ContractId, Change<ContractSnapshot> Contract)
    : ContractRecord(ContractId);
