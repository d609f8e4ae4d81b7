using System.Net;

namespace AssistPortal.Data.Outgoing;

/// <summary>What may be reached beside the public internet, because a setting names it.</summary>
/// <param name="Named">
/// Addresses in settings. One whose host is a literal IP address allows that one, <c>localhost</c> the loopback
/// addresses, each with its port; any other host has to be public, or in one of the networks.
/// </param>
/// <param name="Networks">Networks in settings.</param>
public sealed record OutgoingExceptions(IEnumerable<Uri> Named, IEnumerable<IPNetwork> Networks)
{
    /// <param name="target">What is asked for.</param>
    /// <param name="address">One of the addresses that it has.</param>
    public bool Allow(DnsEndPoint target, IPAddress address) =>
        Networks.Any(network => network.Contains(address)) || Named.Any(named => Names(named, target, address));

    private static bool Names(Uri named, DnsEndPoint target, IPAddress address)
    {
        if (named.Port != target.Port
            || !named.IdnHost.Equals(target.Host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        return IPAddress.TryParse(named.IdnHost, out var literal)
            ? literal.Equals(address)
            : named.IsLoopback && IPAddress.IsLoopback(address);
    }
}
