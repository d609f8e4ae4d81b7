using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Billing.Audit;

/// <summary>A site pays the standard rates of a package again.</summary>
[AuditAction("contract.removed")]
internal sealed record ContractRemoved(int ContractId, Change<ContractSnapshot> Contract)
    : ContractRecord(ContractId);
