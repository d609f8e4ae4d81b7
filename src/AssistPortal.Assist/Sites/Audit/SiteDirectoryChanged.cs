using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Sites.Audit;

/// <summary>A site's meetings are looked up elsewhere, or otherwise moved.</summary>
[AuditAction("site.directory-changed")]
internal sealed record SiteDirectoryChanged(int SiteId, Change<SiteDirectorySnapshot> Directory)
    : SiteRecord(SiteId);
