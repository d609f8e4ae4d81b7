using AssistPortal.Data.Audit;
using AssistPortal.Trials.Lifecycle.Audit;

namespace AssistPortal.Trials.Contacting.Audit;

/// <summary>A partner has spoken with the customer.</summary>
[AuditAction("trial.contacted")]
internal sealed record TrialContacted(Guid TrialId, bool HasNote) : TrialRecord(TrialId);
