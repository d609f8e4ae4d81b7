using AssistPortal.Data.Audit;
using AssistPortal.Trials.Lifecycle.Audit;

namespace AssistPortal.Trials.Organisations.Audit;

/// <summary>An administrator of the customer has given a user other services.</summary>
[AuditAction("trial.user-changed")]
internal sealed record TrialUserChanged(Guid TrialId, Guid MemberId, Change<IReadOnlyList<string>> Services)
    : TrialRecord(TrialId);
