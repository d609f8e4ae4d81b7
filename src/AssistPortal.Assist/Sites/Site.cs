using AssistPortal.Assist.Packages;
using AssistPortal.Data;

namespace AssistPortal.Assist.Sites;

/// <summary>A customer's web meeting site. Hosts are members of sites; packages are offered per site.</summary>
public sealed class Site : IVersioned
{
    public const int NameLength = 120;
    public const int HostNameLength = 253;
    public const int AddressLength = 500;

    public int Id { get; private set; }

    public required string Name { get; set; }

    /// <summary>Host name of the site, such as <c>acme.meetings.example</c>; links of its meetings lead there.</summary>
    public required string HostName { get; set; }

    /// <summary>ISO 4217 code of the currency in which orders of this site are priced.</summary>
    public required string Currency { get; set; }

    public DirectoryKind DirectoryKind { get; set; }

    /// <summary>What the portal does on the site when an order gets another time.</summary>
    public ScheduleChange ScheduleChange { get; set; }

    /// <summary>The https address on the site where meetings are scheduled; null takes its start page.</summary>
    public string? SchedulingPage { get; set; }

    /// <summary>Where its meetings are scheduled.</summary>
    public Uri SchedulingAddress => new(SchedulingPage ?? $"https://{HostName}/");

    public bool IsActive { get; set; } = true;

    public int Version { get; private set; }

    public List<SiteMember> Members { get; } = [];

    /// <summary>The packages that hosts of this site may order.</summary>
    public List<ServicePackage> Packages { get; } = [];
}

/// <summary>Where a site's scheduled meetings are looked up.</summary>
public enum DirectoryKind
{
    /// <summary>In the portal itself.</summary>
    Portal,

    /// <summary>By the Webex Meetings REST API.</summary>
    Webex,
}

/// <summary>What the portal does on a site when an order gets another time and the customer wants the meeting moved.</summary>
public enum ScheduleChange
{
    /// <summary>It opens the site's scheduling page for the customer.</summary>
    OpensSchedulingPage,

    /// <summary>It changes the meeting itself, by the site's directory.</summary>
    ChangesByItself,
}

/// <summary>A user who may order at a site.</summary>
public sealed class SiteMember
{
    public int SiteId { get; init; }

    public Guid UserId { get; init; }
}
