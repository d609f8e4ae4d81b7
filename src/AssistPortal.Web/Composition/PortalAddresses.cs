using AssistPortal.Data;

namespace AssistPortal.Web.Composition;

internal static class PortalAddresses
{
    /// <summary><c>Portal:Address</c>, or where that is not set the first address that is listened on.</summary>
    public static PortalAddress From(IConfiguration configuration)
    {
        var configured = configuration["Portal:Address"];
        if (string.IsNullOrWhiteSpace(configured))
        {
            var first = (configuration["urls"] ?? "").Split(';')[0].Trim();
            configured = first.Replace("//+", "//localhost", StringComparison.Ordinal)
                .Replace("//*", "//localhost", StringComparison.Ordinal)
                .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
                .Replace("//[::]", "//localhost", StringComparison.Ordinal);
        }

        return new PortalAddress(
            Uri.TryCreate(configured.TrimEnd('/') + "/", UriKind.Absolute, out var root)
                ? root
                : throw new PortalStartException(
                    "Portal:Address is not an absolute address, such as https://portal.example."));
    }
}
