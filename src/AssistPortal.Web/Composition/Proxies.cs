using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace AssistPortal.Web.Composition;

/// <summary>Proxies whose forwarded headers are believed: those under <c>Proxy:Known</c>, and no others.</summary>
internal static class Proxies
{
    public static string[] Known(IConfiguration configuration) =>
        configuration.GetSection("Proxy:Known").Get<string[]>() ?? [];

    /// <exception cref="PortalStartException">
    /// An entry is neither an address nor a network such as 10.1.0.0/16.
    /// </exception>
    public static void UseKnownProxies(this WebApplication app)
    {
        var known = Known(app.Configuration);
        if (known.Length == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor
                | ForwardedHeaders.XForwardedProto
                | ForwardedHeaders.XForwardedHost,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var entry in known)
        {
            if (System.Net.IPNetwork.TryParse(entry, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else if (IPAddress.TryParse(entry, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else
            {
                throw new PortalStartException(
                    $"Proxy:Known has {entry}, which is neither an address nor a network such as 10.1.0.0/16.");
            }
        }

        app.UseForwardedHeaders(options);
    }
}
