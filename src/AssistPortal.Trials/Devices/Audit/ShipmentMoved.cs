using AssistPortal.Data.Audit;
using AssistPortal.Trials.Lifecycle.Audit;

namespace AssistPortal.Trials.Devices.Audit;

[AuditAction("trial.shipment-moved")]
internal sealed record ShipmentMoved(Guid TrialId, Guid ShipmentId, Change<ShipmentState> State) : TrialRecord(TrialId);
