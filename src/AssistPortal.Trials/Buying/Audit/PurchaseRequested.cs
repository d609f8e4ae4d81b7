using AssistPortal.Data.Audit;
using AssistPortal.Trials.Lifecycle.Audit;

namespace AssistPortal.Trials.Buying.Audit;

/// <summary>An administrator of the customer has asked to buy.</summary>
[AuditAction("trial.purchase-requested")]
internal sealed record PurchaseRequested(Guid TrialId) : TrialRecord(TrialId);
