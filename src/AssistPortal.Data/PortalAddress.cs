namespace AssistPortal.Data;

/// <summary>
/// The address under which people reach the portal, for links in mails. It is configured, never taken from a
/// request, whose host anybody can make up.
/// </summary>
public sealed record PortalAddress(Uri Root)
{
    /// <summary>The absolute address of one of the portal's paths.</summary>
    public Uri Of(string path) => new(Root, path.TrimStart('/'));
}
