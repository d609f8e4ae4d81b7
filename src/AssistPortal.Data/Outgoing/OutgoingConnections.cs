using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace AssistPortal.Data.Outgoing;

/// <summary>
/// Connections to servers outside that somebody has named: https only, and only to public addresses unless a setting
/// says otherwise. An address is checked after its name is resolved, and that very address is connected to, so that a
/// name which resolves otherwise a moment later gains nothing. No redirect is followed, and no proxy resolves names
/// instead.
/// </summary>
public sealed partial class OutgoingConnections(HostResolver resolve, ILogger<OutgoingConnections> logger)
{
    /// <param name="exceptions">What settings allow; asked with each new connection.</param>
    public SocketsHttpHandler CreateHandler(Func<OutgoingExceptions> exceptions) => new()
    {
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context, exceptions(), cancellationToken),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        MaxResponseHeadersLength = 32,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    private async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, OutgoingExceptions exceptions, CancellationToken cancellationToken)
    {
        var target = context.DnsEndPoint;
        var found = IPAddress.TryParse(target.Host, out var literal)
            ? [literal]
            : await resolve(target.Host, cancellationToken);
        var isSecure = context.InitialRequestMessage.RequestUri?.Scheme == Uri.UriSchemeHttps;
        var allowed = found
            .Where(address => isSecure || IPAddress.IsLoopback(address))
            .Where(address => PublicAddress.Is(address) || exceptions.Allow(target, address))
            .ToArray();
        if (allowed.Length == 0)
        {
            Refused(logger, target.Host, string.Join<IPAddress>(", ", found));
            throw new IOException("No address of the host may be reached.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Nothing is sent to {Host}: neither is its address ({Addresses}) public, nor does a setting allow "
            + "it")]
    private static partial void Refused(ILogger logger, string host, string addresses);
}
