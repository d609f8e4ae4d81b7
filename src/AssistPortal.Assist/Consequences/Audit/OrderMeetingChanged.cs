using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data.Audit;
using NodaTime;

namespace AssistPortal.Assist.Consequences.Audit;

/// <summary>The portal has moved an order's meeting on its site.</summary>
[AuditAction("order.meeting-changed")]
internal sealed record OrderMeetingChanged(Guid OrderId, Change<Instant> MeetingStart) : OrderRecord(OrderId);
