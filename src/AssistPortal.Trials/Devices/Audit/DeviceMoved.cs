using AssistPortal.Data.Audit;
using AssistPortal.Trials.Lifecycle.Audit;

namespace AssistPortal.Trials.Devices.Audit;

[AuditAction("trial.device-moved")]
internal sealed record DeviceMoved(Guid TrialId, Guid DeviceId, Change<DeviceState> State) : TrialRecord(TrialId);
