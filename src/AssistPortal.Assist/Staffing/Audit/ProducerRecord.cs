using AssistPortal.Assist.Producers;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Staffing.Audit;

/// <summary>An act on a producer.</summary>
internal abstract record ProducerRecord(int ProducerId) : AuditRecord<Producer>($"{ProducerId}");
