using AssistPortal.Data.Audit;
using AssistPortal.Trials.Lifecycle.Audit;

namespace AssistPortal.Trials.Guide.Audit;

/// <summary>The guide was mailed to a customer's administrators.</summary>
[AuditAction("trial.guide-sent")]
internal sealed record GuideSent(Guid TrialId, int Mails) : TrialRecord(TrialId);
