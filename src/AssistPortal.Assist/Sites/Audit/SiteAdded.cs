using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Sites.Audit;

/// <summary>A site is added.</summary>
[AuditAction("site.added")]
internal sealed record SiteAdded(int SiteId, Change<SiteSnapshot> Site) : SiteRecord(SiteId);
