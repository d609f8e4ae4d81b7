using AssistPortal.Data.Audit;
using AssistPortal.Trials.Lifecycle.Audit;

namespace AssistPortal.Trials.Devices.Audit;

[AuditAction("trial.return-announced")]
internal sealed record DeviceReturnAnnounced(Guid TrialId, Guid DeviceId, string Number) : TrialRecord(TrialId);
