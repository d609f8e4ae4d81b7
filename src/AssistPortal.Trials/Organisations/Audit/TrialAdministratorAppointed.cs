using AssistPortal.Data.Audit;
using AssistPortal.Trials.Lifecycle.Audit;

namespace AssistPortal.Trials.Organisations.Audit;

/// <summary>A user of the customer has become an administrator.</summary>
[AuditAction("trial.administrator-appointed")]
internal sealed record TrialAdministratorAppointed(Guid TrialId, Guid MemberId)
    : TrialRecord(TrialId);
