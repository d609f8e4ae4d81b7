using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace AssistPortal.Web.Composition;

/// <summary>Proxies whose forwarded headers are believed: those under <c>Proxy:Known</c>, and no others.</summary>
internal static class Proxies
{
    public static string[] Known(IConfiguration configuration) =>
        configuration.GetSection("Proxy:Known").Get<string[]>() ?? [];

    /// <exception cref="PortalStartException">
    /// An entry is neither an address nor a network such as 10.1.0.0/16.
    /// </exception>
    public static void Check(IConfiguration configuration)
    {
        var wrong = Array.FindAll(
            Known(configuration), entry => !IPNetwork.TryParse(entry, out _) && !IPAddress.TryParse(entry, out _));
        if (wrong.Length > 0)
        {
            throw new PortalStartException([.. wrong.Select(entry =>
                $"Proxy:Known has {entry}, which is neither an address nor a network such as 10.1.0.0/16.")]);
        }
    }

    /// <summary>To be used once they are checked.</summary>
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
            if (IPNetwork.TryParse(entry, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else
            {
                options.KnownProxies.Add(IPAddress.Parse(entry));
            }
        }

        app.UseForwardedHeaders(options);
    }
}
