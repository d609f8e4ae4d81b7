using AssistPortal.Data.Audit;
using AssistPortal.Trials.Lifecycle.Audit;

namespace AssistPortal.Trials.Ending.Audit;

/// <summary>The phone numbers of an ended trial are free.</summary>
[AuditAction("trial.numbers-released")]
internal sealed record TrialNumbersReleased(Guid TrialId, int Numbers) : TrialRecord(TrialId);
