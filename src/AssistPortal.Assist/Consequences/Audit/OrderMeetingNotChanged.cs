using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data.Audit;
using NodaTime;

namespace AssistPortal.Assist.Consequences.Audit;

/// <summary>The portal could not move an order's meeting on its site.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="MeetingStart">When the meeting still starts.</param>
/// <param name="Fault">Why.</param>
[AuditAction("order.meeting-not-changed")]
internal sealed record OrderMeetingNotChanged(Guid OrderId, Instant MeetingStart, DirectoryFault Fault)
    : OrderRecord(OrderId);
