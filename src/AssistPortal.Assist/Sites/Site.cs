using AssistPortal.Assist.Packages;
using AssistPortal.Data;

namespace AssistPortal.Assist.Sites;

/// <summary>A customer's web meeting site. Hosts are members of sites; packages are offered per site.</summary>
public sealed partial class Site : IVersioned
{
    public const int NameLength = 120;
    public const int HostNameLength = 253;
    public const int AddressLength = 500;

    private readonly List<SiteMember> members = [];
    private readonly List<ServicePackage> packages = [];

    private Site()
    {
    }

    /// <summary>A site that offers no package and admits nobody as yet.</summary>
    /// <exception cref="ArgumentException">A text is blank or too long, or the currency is none.</exception>
    public Site(string name, string hostName, string currency)
    {
        Rename(name);
        MoveTo(hostName);
        PriceIn(currency);
    }

    public int Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>
    /// Host name of the site, such as <c>acme.meetings.example</c>; links of its meetings lead there.
    /// </summary>
    public string HostName { get; private set; } = "";

    /// <summary>ISO 4217 code of the currency in which orders of this site are priced.</summary>
    public string Currency { get; private set; } = "";

    public DirectoryKind DirectoryKind { get; private set; }

    /// <summary>What the portal does on the site when an order gets another time.</summary>
    public ScheduleChange ScheduleChange { get; private set; }

    /// <summary>The https address on the site where meetings are scheduled; null takes its start page.</summary>
    public string? SchedulingPage { get; private set; }

    /// <summary>Where its meetings are scheduled.</summary>
    public Uri SchedulingAddress => new(SchedulingPage ?? $"https://{HostName}/");

    public bool IsActive { get; private set; } = true;

    public int Version { get; private set; }

    public IReadOnlyList<SiteMember> Members => members.AsReadOnly();

    /// <summary>The packages that hosts of this site may order.</summary>
    public IReadOnlyList<ServicePackage> Packages => packages.AsReadOnly();
}

/// <summary>Where a site's scheduled meetings are looked up.</summary>
public enum DirectoryKind
{
    /// <summary>In the portal itself.</summary>
    Portal,

    /// <summary>By the Webex Meetings REST API.</summary>
    Webex,
}

/// <summary>
/// What the portal does on a site when an order gets another time and the customer wants the meeting moved.
/// </summary>
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

    public required Guid UserId { get; init; }
}
