using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Staffing.Audit;

/// <summary>A coordinator has added a producer.</summary>
[AuditAction("producer.added")]
internal sealed record ProducerAdded(int ProducerId, Change<ProducerSnapshot> Producer)
    : ProducerRecord(ProducerId);
