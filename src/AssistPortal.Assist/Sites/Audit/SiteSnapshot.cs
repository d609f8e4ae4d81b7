namespace AssistPortal.Assist.Sites.Audit;

/// <summary>A site with the codes of the packages that may be ordered there.</summary>
internal sealed record SiteSnapshot(
    string Name, string HostName, string Currency, bool IsActive, IReadOnlyList<string> Packages)
{
    public static SiteSnapshot Of(Site site) => new(
        site.Name,
        site.HostName,
        site.Currency,
        site.IsActive,
        [.. site.Packages.Select(package => package.Code).Order(StringComparer.Ordinal)]);
}
