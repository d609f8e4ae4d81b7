using AssistPortal.Data.Audit;
using AssistPortal.Trials.Lifecycle.Audit;

namespace AssistPortal.Trials.Organisations.Audit;

/// <summary>A user of the customer is no administrator any more.</summary>
[AuditAction("trial.administrator-dismissed")]
internal sealed record TrialAdministratorDismissed(Guid TrialId, Guid MemberId)
    : TrialRecord(TrialId);
