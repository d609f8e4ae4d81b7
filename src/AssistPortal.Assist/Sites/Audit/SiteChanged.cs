using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Sites.Audit;

/// <summary>A site is changed, or what may be ordered there.</summary>
[AuditAction("site.changed")]
internal sealed record SiteChanged(int SiteId, Change<SiteSnapshot> Site) : SiteRecord(SiteId);
