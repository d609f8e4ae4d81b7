using System.Net;
using AssistPortal.Data.Outgoing;

namespace AssistPortal.Assist.Meetings;

/// <summary>Settings under <c>Directories</c>: how the portal reaches meeting directories outside it.</summary>
internal sealed class DirectoryOptions
{
    /// <summary>How long a host is kept waiting for a directory, 1 s to 1 min.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Media type of changes. Some descriptions of the Webex API name <c>application/json-patch+json</c>.
    /// </summary>
    public string PatchMediaType { get; set; } = "application/json";

    /// <summary>The portal's access, by the site's host name.</summary>
    public Dictionary<string, SiteAccess> Sites { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Networks, such as <c>10.1.0.0/16</c>, in which directories may be found though they are not public. A site's
    /// address that is a literal IP address or <c>localhost</c> needs none.
    /// </summary>
    public IList<string> AllowedNetworks { get; } = [];

    internal OutgoingExceptions Exceptions() =>
        new(Sites.Values.Select(site => site.Api), AllowedNetworks.Select(network => IPNetwork.Parse(network)));
}
