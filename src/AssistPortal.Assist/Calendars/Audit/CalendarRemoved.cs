using AssistPortal.Assist.Producers;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Calendars.Audit;

/// <summary>A producer's calendar is read no more.</summary>
[AuditAction("producer.calendar-removed")]
internal sealed record CalendarRemoved(int ProducerId) : AuditRecord<Producer>($"{ProducerId}");
