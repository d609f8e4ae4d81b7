using System.Net;

namespace AssistPortal.Web.Composition;

internal static class Loopback
{
    /// <summary>Whether a host, as addresses name it, is this machine.</summary>
    public static bool IsName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
