using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Ordering.Audit;

/// <summary>An act on a host's leave to order sooner than the lead time.</summary>
internal abstract record ShortNoticeRecord(Guid HostUserId) : AuditRecord<ShortNotice>($"{HostUserId}");
