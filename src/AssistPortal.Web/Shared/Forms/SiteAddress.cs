namespace AssistPortal.Web.Shared.Forms;

/// <summary>Addresses that people type.</summary>
internal static class SiteAddress
{
    /// <summary>Whether it is an https address on the site's own host, without credentials in it.</summary>
    public static bool IsOnSite(string typed, string hostName) =>
        Read(typed) is { } address
        && address.Scheme == Uri.UriSchemeHttps
        && address.IdnHost.Equals(hostName, StringComparison.OrdinalIgnoreCase);

    /// <summary>An absolute address without credentials and white space; null for anything else.</summary>
    public static Uri? Read(string typed) =>
        !typed.Any(sign => char.IsControl(sign) || char.IsWhiteSpace(sign))
        && Uri.TryCreate(typed, UriKind.Absolute, out var address)
        && address.UserInfo.Length == 0
            ? address
            : null;
}
