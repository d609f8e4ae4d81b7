using System.Net.Sockets;
using System.Text.Json;

namespace AssistPortal.Benchmarks.Counters;

/// <summary>Tells the counts to whoever connects: one line of JSON for each connection.</summary>
public static class CounterSocket
{
    /// <summary>The environment variable that names the socket's file.</summary>
    public const string Variable = "ASSISTPORTAL_BENCH_COUNTERS";

    /// <summary>What a process has done since somebody asked it for the first time.</summary>
    /// <exception cref="SocketException">Nobody listens there.</exception>
    public static async Task<Counts> AskAsync(string path, CancellationToken cancellationToken)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
        await using var stream = new NetworkStream(socket);
        return await JsonSerializer.DeserializeAsync<Counts>(stream, cancellationToken: cancellationToken)
            ?? throw new InvalidOperationException("The portal told no counts.");
    }

    internal static void Listen(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        socket.Listen();
        new Thread(() => Serve(socket)) { IsBackground = true, Name = "Counters" }.Start();
    }

    private static void Serve(Socket socket)
    {
        StatementCounter? counter = null;
        while (true)
        {
            using var asking = socket.Accept();
            using var stream = new NetworkStream(asking);
            counter ??= StatementCounter.Begin();
            JsonSerializer.Serialize(stream, counter.Counts);
        }
    }
}
