using AssistPortal.Data;

namespace AssistPortal.Web.Composition;

internal static class PortalAddresses
{
    /// <summary>Stands for an address that is told to be wrong, until the start ends by that.</summary>
    public static readonly PortalAddress None = new(new Uri("http://localhost/"));

    /// <summary><c>Portal:Address</c>, or where that is not set the first address that is listened on.</summary>
    /// <exception cref="PortalStartException">It is set to what is none.</exception>
    public static PortalAddress From(IConfiguration configuration)
    {
        var configured = configuration["Portal:Address"];
        if (string.IsNullOrWhiteSpace(configured))
        {
            var first = ListeningAddresses.In(configuration).FirstOrDefault("")
                .Replace("//+", "//localhost", StringComparison.Ordinal)
                .Replace("//*", "//localhost", StringComparison.Ordinal)
                .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
                .Replace("//[::]", "//localhost", StringComparison.Ordinal);
            return Parse(first) ?? None;
        }

        return Parse(configured) ?? throw new PortalStartException(
            "Portal:Address is not an absolute address; allowed is one that begins with https:// or http://, such as "
            + "https://portal.example.");
    }

    private static PortalAddress? Parse(string text) =>
        Uri.TryCreate(text.Trim().TrimEnd('/') + "/", UriKind.Absolute, out var root)
        && (root.Scheme == Uri.UriSchemeHttps || root.Scheme == Uri.UriSchemeHttp)
        && root is { UserInfo: "", Query: "", Fragment: "", Host.Length: > 0 }
            ? new PortalAddress(root)
            : null;
}
