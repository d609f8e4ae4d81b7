using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Feeds.Audit;

/// <summary>Somebody has made a calendar feed.</summary>
[AuditAction("feed.made")]
internal sealed record FeedMade(Guid UserId) : FeedRecord(UserId);
