namespace AssistPortal.Assist.Sites.Audit;

/// <summary>Where a site's meetings are looked up, and what the portal does there.</summary>
internal sealed record SiteDirectorySnapshot(
    DirectoryKind DirectoryKind, ScheduleChange ScheduleChange, string? SchedulingPage)
{
    public static SiteDirectorySnapshot Of(Site site) =>
        new(site.DirectoryKind, site.ScheduleChange, site.SchedulingPage);
}
