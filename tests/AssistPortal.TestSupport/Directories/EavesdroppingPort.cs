using System.Net;
using System.Net.Sockets;

namespace AssistPortal.TestSupport.Directories;

/// <summary>
/// A port of this machine, on each of its loopback addresses, that takes connections, counts them and says nothing.
/// </summary>
public sealed class EavesdroppingPort : IDisposable
{
    private readonly Socket listener =
        new(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp) { DualMode = true };
    private int connections;

    public EavesdroppingPort()
    {
        listener.Bind(new IPEndPoint(IPAddress.IPv6Any, 0));
        listener.Listen();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndPoint!).Port;

    public int Connections => Volatile.Read(ref connections);

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await listener.AcceptAsync();
                Interlocked.Increment(ref connections);
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
