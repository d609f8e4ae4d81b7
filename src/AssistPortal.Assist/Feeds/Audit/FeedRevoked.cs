using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Feeds.Audit;

/// <summary>A calendar feed was ended.</summary>
[AuditAction("feed.revoked", IsSecurity = true)]
internal sealed record FeedRevoked(Guid UserId) : FeedRecord(UserId);
