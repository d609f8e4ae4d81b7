using AssistPortal.Data.Audit;
using AssistPortal.Trials.Lifecycle.Audit;

namespace AssistPortal.Trials.Buying.Audit;

/// <summary>The help desk has deleted a trial's site, so that its URL can be ordered.</summary>
[AuditAction("trial.site-deleted")]
internal sealed record TrialSiteDeleted(Guid TrialId, string SiteHost) : TrialRecord(TrialId);
