using System.Diagnostics;
using AssistPortal.Benchmarks.Http;
using AssistPortal.TestSupport.Servers;

namespace AssistPortal.Benchmarks.Measuring;

/// <summary>Work for a server, sent for some time.</summary>
/// <param name="Server">Who does it.</param>
/// <param name="PrepareAsync">
/// Asked before each round, not counted: a session's cookie that is older than a minute makes the server look the
/// account up, and hand out another.
/// </param>
/// <param name="WorkAsync">Sends for that long, and tells how many were done.</param>
internal sealed record Load(
    ServerProcess Server,
    Func<CancellationToken, Task> PrepareAsync,
    Func<TimeSpan, CancellationToken, Task<int>> WorkAsync)
{
    /// <summary>Ready-made requests, each from a connection of its own, over and over.</summary>
    /// <param name="server">The server.</param>
    /// <param name="prepare">The requests of each connection, which are sent in turn.</param>
    /// <param name="status">The status that is expected.</param>
    public static Load Of(
        ServerProcess server, Func<CancellationToken, Task<IReadOnlyList<IReadOnlyList<byte[]>>>> prepare, int status)
    {
        IReadOnlyList<IReadOnlyList<byte[]>> requests = [];
        return new Load(
            server,
            async cancellationToken => requests = await prepare(cancellationToken),
            async (time, cancellationToken) =>
            {
                var began = Stopwatch.GetTimestamp();
                var sent = await Task.WhenAll(requests.Select(own => Task.Run(
                    () => SendAsync(
                        server.Address,
                        own,
                        status,
                        () => Stopwatch.GetElapsedTime(began) < time,
                        cancellationToken),
                    cancellationToken)));
                return sent.Sum();
            });
    }

    /// <summary>Sends each of the requests that many times, one after the other.</summary>
    public static Task<int> SendAsync(
        Uri address, IReadOnlyList<byte[]> requests, int status, int times, CancellationToken cancellationToken)
    {
        var left = times * requests.Count;
        return SendAsync(address, requests, status, () => left-- > 0, cancellationToken);
    }

    private static async Task<int> SendAsync(
        Uri address, IReadOnlyList<byte[]> requests, int status, Func<bool> goesOn, CancellationToken cancellationToken)
    {
        using var connection = new RawConnection(address);
        await connection.ConnectAsync(cancellationToken);
        var turn = 0;
        for (; goesOn(); turn++)
        {
            var (answer, _, _) = await connection.SendAsync(requests[turn % requests.Count], cancellationToken);
            if (answer != status)
            {
                throw new InvalidOperationException($"A response has status {answer} instead of {status}.");
            }
        }

        return turn;
    }
}
