using AssistPortal.Data.Audit;
using AssistPortal.Trials.Lifecycle.Audit;

namespace AssistPortal.Trials.Organisations.Audit;

/// <summary>An administrator of the customer has removed a user.</summary>
[AuditAction("trial.user-removed")]
internal sealed record TrialUserRemoved(Guid TrialId, Guid MemberId)
    : TrialRecord(TrialId);
