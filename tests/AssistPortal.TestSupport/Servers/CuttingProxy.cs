using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace AssistPortal.TestSupport.Servers;

/// <summary>
/// Stands on the loopback between a client and a server, passes on what they say, and breaks connections off in the
/// midst of it, at octets that a seed chooses.
/// </summary>
public sealed class CuttingProxy : IAsyncDisposable
{
    private const int Chunk = 16 * 1024;

    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly ConcurrentDictionary<Task, byte> connections = new();
    private readonly CancellationTokenSource stop = new();
    private readonly EndPoint target;
    private readonly Random random;
    private readonly Task accepting;
    private int most;
    private int cuts;

    /// <param name="target">The server.</param>
    /// <param name="seed">By which octets are chosen.</param>
    public CuttingProxy(EndPoint target, int seed)
    {
        this.target = target;
        random = new Random(seed);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndPoint!).Port;

    /// <summary>Connections that were broken off so far.</summary>
    public int Cuts => Volatile.Read(ref cuts);

    /// <summary>How long each piece is kept back, either way.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>
    /// From now on each connection, those that are open too, is broken off after fewer octets than that, sent and
    /// received together; zero lets all through.
    /// </summary>
    public void CutWithin(int octets) => Volatile.Write(ref most, octets);

    /// <summary>Before a PostgreSQL server.</summary>
    /// <param name="connectionString">The server's; what it is to be instead is given back.</param>
    /// <param name="seed">By which octets are chosen.</param>
    /// <param name="throughProxy">The connection string that leads through the proxy.</param>
    public static CuttingProxy BeforePostgreSql(string connectionString, int seed, out string throughProxy)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        EndPoint server = settings.Host!.StartsWith('/')
            ? new UnixDomainSocketEndPoint($"{settings.Host}/.s.PGSQL.{settings.Port}")
            : new DnsEndPoint(settings.Host, settings.Port);
        var proxy = new CuttingProxy(server, seed);
        (settings.Host, settings.Port, settings.SslMode) = ("127.0.0.1", proxy.Port, SslMode.Disable);
        throughProxy = settings.ToString();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Dispose();
        await accepting;
        await Task.WhenAll(connections.Keys);
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var connection = ServeAsync(await listener.AcceptAsync(stop.Token));
                connections.TryAdd(connection, 0);
                _ = connection.ContinueWith(ended => connections.TryRemove(ended, out _), TaskScheduler.Default);
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using var server = new Socket(
            target.AddressFamily == AddressFamily.Unspecified ? AddressFamily.InterNetwork : target.AddressFamily,
            SocketType.Stream,
            target is UnixDomainSocketEndPoint ? ProtocolType.Unspecified : ProtocolType.Tcp);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        try
        {
            await server.ConnectAsync(target, stop.Token);
            var line = new Line();
            await await Task.WhenAny(
                PassAsync(client, server, line, ended.Token), PassAsync(server, client, line, ended.Token));
        }
        catch (Exception end) when (end is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Either side has gone.
        }
        finally
        {
            await ended.CancelAsync();

            // At once, as a line that breaks does.
            client.Close(0);
            server.Close(0);
        }
    }

    private async Task PassAsync(Socket from, Socket to, Line line, CancellationToken cancellationToken)
    {
        var octets = new byte[Chunk];
        while (await from.ReceiveAsync(octets, cancellationToken) is > 0 and var count)
        {
            if (Delay > TimeSpan.Zero)
            {
                await Task.Delay(Delay, cancellationToken);
            }

            var pass = PassOf(line, count);
            for (var sent = 0; sent < pass;)
            {
                sent += await to.SendAsync(octets.AsMemory(sent, pass - sent), cancellationToken);
            }

            if (pass < count)
            {
                Interlocked.Increment(ref cuts);
                return;
            }
        }
    }

    /// <summary>How many of so many octets go on; the line breaks after fewer.</summary>
    private int PassOf(Line line, int count)
    {
        lock (random)
        {
            var limit = Volatile.Read(ref most);
            if (line.Limit != limit)
            {
#pragma warning disable CA5394 // Nobody has to be unable to guess it.
                (line.Limit, line.Left) = (limit, limit == 0 ? int.MaxValue : random.Next(limit));
#pragma warning restore CA5394
            }

            var pass = limit == 0 ? count : Math.Min(count, line.Left);
            line.Left -= limit == 0 ? 0 : pass;
            return pass;
        }
    }

    private sealed class Line
    {
        public int Limit { get; set; }

        public int Left { get; set; } = int.MaxValue;
    }
}
