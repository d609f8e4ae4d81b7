using AssistPortal.Assist.Packages;

namespace AssistPortal.Assist.Sites;

/// <summary>A customer's web meeting site. Hosts are members of sites; packages are offered per site.</summary>
public sealed class Site
{
    public const int NameLength = 120;
    public const int HostNameLength = 253;

    public int Id { get; private set; }

    public required string Name { get; set; }

    /// <summary>Host name of the site, such as <c>acme.meetings.example</c>; links of its meetings lead there.</summary>
    public required string HostName { get; set; }

    /// <summary>ISO 4217 code of the currency in which orders of this site are priced.</summary>
    public required string Currency { get; set; }

    public DirectoryKind DirectoryKind { get; set; }

    public bool IsActive { get; set; } = true;

    public List<SiteMember> Members { get; } = [];

    /// <summary>The packages that hosts of this site may order.</summary>
    public List<ServicePackage> Packages { get; } = [];
}

/// <summary>Where a site's scheduled meetings are looked up.</summary>
public enum DirectoryKind
{
    /// <summary>In the portal itself.</summary>
    Portal,
}

/// <summary>A user who may order at a site.</summary>
public sealed class SiteMember
{
    public int SiteId { get; init; }

    public Guid UserId { get; init; }
}
