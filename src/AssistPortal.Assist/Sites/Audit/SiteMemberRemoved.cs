using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Sites.Audit;

/// <summary>Somebody may no longer order at a site.</summary>
[AuditAction("site.member-removed")]
internal sealed record SiteMemberRemoved(int SiteId, Guid UserId) : SiteRecord(SiteId);
