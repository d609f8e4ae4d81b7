using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Ordering.Audit;

/// <summary>A coordinator lets a host order sooner than the lead time.</summary>
[AuditAction("short-notice.given")]
internal sealed record ShortNoticeGiven(Guid HostUserId, string Reason) : ShortNoticeRecord(HostUserId);
