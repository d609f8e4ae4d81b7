using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Staffing.Audit;

/// <summary>Somebody has changed a producer, with hours and time off.</summary>
[AuditAction("producer.changed")]
internal sealed record ProducerChanged(int ProducerId, Change<ProducerSnapshot> Producer)
    : ProducerRecord(ProducerId);
