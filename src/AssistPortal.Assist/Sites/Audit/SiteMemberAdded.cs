using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Sites.Audit;

/// <summary>Somebody may order at a site.</summary>
[AuditAction("site.member-added")]
internal sealed record SiteMemberAdded(int SiteId, Guid UserId) : SiteRecord(SiteId);
