using AssistPortal.Data.Audit;
using AssistPortal.Trials.Lifecycle.Audit;

namespace AssistPortal.Trials.Organisations.Audit;

/// <summary>An administrator of the customer has added a user.</summary>
[AuditAction("trial.user-added")]
internal sealed record TrialUserAdded(Guid TrialId, Guid MemberId, IReadOnlyList<string> Services)
    : TrialRecord(TrialId);
