using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Ordering.Audit;

/// <summary>A coordinator has taken that back.</summary>
[AuditAction("short-notice.withdrawn")]
internal sealed record ShortNoticeWithdrawn(Guid HostUserId) : ShortNoticeRecord(HostUserId);
