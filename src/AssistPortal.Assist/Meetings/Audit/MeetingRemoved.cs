using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Meetings.Audit;

/// <summary>A meeting is gone from the portal's directory.</summary>
[AuditAction("meeting.removed")]
internal sealed record MeetingRemoved(Guid MeetingId, Change<MeetingSnapshot> Meeting) : MeetingRecord(MeetingId);
