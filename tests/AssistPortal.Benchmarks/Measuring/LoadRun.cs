using System.Diagnostics;
using AssistPortal.Benchmarks.Http;
using AssistPortal.TestSupport.Servers;

namespace AssistPortal.Benchmarks.Measuring;

/// <summary>Requests of one kind from several connections for some time.</summary>
/// <param name="PerSecond">Responses per second.</param>
/// <param name="Latencies">How long each took.</param>
/// <param name="Processor">
/// Processor time of the server per response, in milliseconds: tells also where others keep the machine busy.
/// </param>
/// <param name="Others">Responses with another status than expected.</param>
internal sealed record LoadRun(double PerSecond, Latencies Latencies, double Processor, int Others)
{
    private const int FewestToWarmUp = 1000;
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(60);

    /// <summary>Sends each connection's requests in turn, after a warm-up that does not count.</summary>
    /// <param name="server">Where to.</param>
    /// <param name="prepare">
    /// The requests of each connection. Asked for again after the warm-up: a session's cookie that is older than a
    /// minute makes the server look the account up, and hand out another that this load would not take.
    /// </param>
    /// <param name="status">The status that is expected.</param>
    /// <param name="warmUp">How long before it counts; more where that is too few requests.</param>
    /// <param name="time">How long it counts.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<LoadRun> OfAsync(
        ServerProcess server, Func<Task<IReadOnlyList<IReadOnlyList<byte[]>>>> prepare, int status, TimeSpan warmUp,
        TimeSpan time, CancellationToken cancellationToken)
    {
        // On a busy machine it takes longer until the code that counts is compiled for speed.
        var began = Stopwatch.GetTimestamp();
        for (var sent = 0; warmUp > TimeSpan.Zero
            && sent < FewestToWarmUp
            && Stopwatch.GetElapsedTime(began) < LongestWarmUp;)
        {
            var load = await RunAsync(server.Address, await prepare(), status, warmUp, cancellationToken);
            sent += load.Latencies.Count;
        }

        var requests = await prepare();
        var processor = server.ProcessorTime();
        var run = await RunAsync(server.Address, requests, status, time, cancellationToken);
        processor = server.ProcessorTime() - processor;
        return run with { Processor = processor.TotalMilliseconds / run.Latencies.Count };
    }

    public override string ToString() => FormattableString.Invariant(
        $"{PerSecond:#,##0} requests/s, {Latencies}, {Processor:0.00} ms of processor each");

    private static async Task<LoadRun> RunAsync(
        Uri address,
        IReadOnlyList<IReadOnlyList<byte[]>> requests,
        int status,
        TimeSpan time,
        CancellationToken cancellationToken)
    {
        var others = 0;
        var began = Stopwatch.GetTimestamp();
        var latencies = await Task.WhenAll(requests.Select(own => Task.Run(
            async () =>
            {
                var mine = new Latencies();
                using var connection = new RawConnection(address);
                await connection.ConnectAsync(cancellationToken);
                for (var turn = 0; Stopwatch.GetElapsedTime(began) < time; turn++)
                {
                    var sent = Stopwatch.GetTimestamp();
                    var (answer, _, _) = await connection.SendAsync(own[turn % own.Count], cancellationToken);
                    mine.Add(sent);
                    if (answer != status)
                    {
                        Interlocked.Increment(ref others);
                    }
                }

                return mine;
            },
            cancellationToken)));
        var elapsed = Stopwatch.GetElapsedTime(began);
        var all = Latencies.Together(latencies);
        return new LoadRun(all.Count / elapsed.TotalSeconds, all, double.NaN, others);
    }
}
