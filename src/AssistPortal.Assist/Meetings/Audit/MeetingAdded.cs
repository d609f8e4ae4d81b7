using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Meetings.Audit;

/// <summary>A meeting is in the portal's directory.</summary>
[AuditAction("meeting.added")]
internal sealed record MeetingAdded(Guid MeetingId, Change<MeetingSnapshot> Meeting) : MeetingRecord(MeetingId);
