using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Sites.Audit;

/// <summary>An act on a site.</summary>
internal abstract record SiteRecord(int SiteId) : AuditRecord<Site>($"{SiteId}");
