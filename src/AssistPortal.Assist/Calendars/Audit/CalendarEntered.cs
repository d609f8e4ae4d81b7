using AssistPortal.Assist.Producers;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Calendars.Audit;

/// <summary>Somebody has entered the address of a producer's calendar, of which the host alone is kept here.</summary>
[AuditAction("producer.calendar-entered")]
internal sealed record CalendarEntered(int ProducerId, string CalendarHost) : AuditRecord<Producer>($"{ProducerId}");
