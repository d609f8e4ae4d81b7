using AssistPortal.Data.Audit;
using AssistPortal.Trials.Lifecycle.Audit;

namespace AssistPortal.Trials.Buying.Audit;

/// <summary>The new WebEx site was ordered, now that the trial's URL is free.</summary>
[AuditAction("trial.webex-ordered")]
internal sealed record WebExOrdered(Guid TrialId, string SiteHost) : TrialRecord(TrialId);
