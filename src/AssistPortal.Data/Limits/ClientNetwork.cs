using System.Net;
using System.Net.Sockets;

namespace AssistPortal.Data.Limits;

/// <summary>By what clients are told apart that nobody knows.</summary>
public static class ClientNetwork
{
    /// <summary>A household or company has one IPv4 address, or a network of 64 bits of IPv6 ones.</summary>
    public static string Of(IPAddress? client)
    {
        if (client is null)
        {
            return "unknown";
        }

        if (client.IsIPv4MappedToIPv6)
        {
            client = client.MapToIPv4();
        }

        return client.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(client.GetAddressBytes().AsSpan(0, 8))
            : client.ToString();
    }
}
