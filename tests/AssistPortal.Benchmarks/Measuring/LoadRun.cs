using System.Diagnostics;
using AssistPortal.Benchmarks.Http;

namespace AssistPortal.Benchmarks.Measuring;

/// <summary>Requests of one kind from several connections for some time.</summary>
/// <param name="PerSecond">Responses per second.</param>
/// <param name="Latencies">How long each took.</param>
/// <param name="Others">Responses with another status than expected.</param>
internal sealed record LoadRun(double PerSecond, Latencies Latencies, int Others)
{
    /// <summary>Sends each connection's requests in turn, after a warm-up that does not count.</summary>
    public static async Task<LoadRun> OfAsync(
        Uri address, IReadOnlyList<IReadOnlyList<byte[]>> requests, int status, TimeSpan warmUp, TimeSpan time,
        CancellationToken cancellation)
    {
        await RunAsync(address, requests, status, warmUp, cancellation);
        return await RunAsync(address, requests, status, time, cancellation);
    }

    public override string ToString() => FormattableString.Invariant($"{PerSecond:#,##0} requests/s, {Latencies}");

    private static async Task<LoadRun> RunAsync(
        Uri address, IReadOnlyList<IReadOnlyList<byte[]>> requests, int status, TimeSpan time, CancellationToken cancellation)
    {
        var others = 0;
        var began = Stopwatch.GetTimestamp();
        var latencies = await Task.WhenAll(requests.Select(own => Task.Run(
            async () =>
            {
                var mine = new Latencies();
                using var connection = new RawConnection(address);
                await connection.ConnectAsync(cancellation);
                for (var turn = 0; Stopwatch.GetElapsedTime(began) < time; turn++)
                {
                    var sent = Stopwatch.GetTimestamp();
                    var (answer, _, _) = await connection.SendAsync(own[turn % own.Count], cancellation);
                    mine.Add(sent);
                    if (answer != status)
                    {
                        Interlocked.Increment(ref others);
                    }
                }

                return mine;
            },
            cancellation)));
        var elapsed = Stopwatch.GetElapsedTime(began);
        var all = Latencies.Together(latencies);
        return new LoadRun(all.Count / elapsed.TotalSeconds, all, others);
    }
}
