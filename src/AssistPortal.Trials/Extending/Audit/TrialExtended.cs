using AssistPortal.Data.Audit;
using AssistPortal.Trials.Lifecycle.Audit;
using NodaTime;

namespace AssistPortal.Trials.Extending.Audit;

/// <summary>A partner has extended a trial.</summary>
[AuditAction("trial.extended")]
internal sealed record TrialExtended(Guid TrialId, Change<LocalDate> EndDate) : TrialRecord(TrialId);
