using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Feeds.Audit;

/// <summary>Somebody has made a calendar feed.</summary>
[AuditAction("feed.made", IsSecurity = true)]
internal sealed record FeedMade(Guid UserId) : FeedRecord(UserId);
