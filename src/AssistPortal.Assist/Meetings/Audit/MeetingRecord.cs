using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Meetings.Audit;

/// <summary>An act on a meeting in the portal's own directory.</summary>
internal abstract record MeetingRecord(Guid MeetingId) : AuditRecord<MeetingSession>($"{MeetingId}");
