using AssistPortal.Data.Audit;
using AssistPortal.Trials.Lifecycle.Audit;

namespace AssistPortal.Trials.Devices.Audit;

[AuditAction("trial.shipment-made")]
internal sealed record ShipmentMade(
    Guid TrialId, Guid ShipmentId, string LoanNumber, int Devices) : TrialRecord(TrialId);
