using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Meetings.Audit;

/// <summary>A meeting of the portal's directory is changed.</summary>
[AuditAction("meeting.changed")]
internal sealed record MeetingChanged(Guid MeetingId, Change<MeetingSnapshot> Meeting)
    : MeetingRecord(MeetingId);
