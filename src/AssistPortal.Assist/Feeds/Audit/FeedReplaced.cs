using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Feeds.Audit;

/// <summary>Somebody has made a calendar feed in place of a former one.</summary>
[AuditAction("feed.replaced", IsSecurity = true)]
internal sealed record FeedReplaced(Guid UserId) : FeedRecord(UserId);
