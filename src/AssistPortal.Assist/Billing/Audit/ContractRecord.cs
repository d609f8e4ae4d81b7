using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Billing.Audit;

/// <summary>An act on a contract.</summary>
internal abstract record ContractRecord(int ContractId) : AuditRecord<Contract>($"{ContractId}");
