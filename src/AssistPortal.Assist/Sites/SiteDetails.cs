namespace AssistPortal.Assist.Sites;

/// <summary>What staff say of a site, but for its directory and its members.</summary>
/// <param name="Name">Its name.</param>
/// <param name="HostName">In lower case and, where it has other signs, in its ASCII form.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="IsActive">Whether its hosts may order.</param>
/// <param name="PackageIds">What they may order.</param>
public sealed record SiteDetails(
    string Name, string HostName, string Currency, bool IsActive, IReadOnlyCollection<int> PackageIds);
