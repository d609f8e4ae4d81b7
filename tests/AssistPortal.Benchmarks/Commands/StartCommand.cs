using System.Diagnostics;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Benchmarks.Servers;
using AssistPortal.TestSupport.Servers;

namespace AssistPortal.Benchmarks.Commands;

/// <summary>
/// <c>start</c>: from the start of the process to the first page, on a database that is there; in turns with the bare
/// page's application.
/// </summary>
internal static class StartCommand
{
    private const double BarSeconds = 1.5;
    private const double BarRatio = 4;

    public static async Task RunAsync(Arguments arguments, Figures figures, CancellationToken cancellationToken)
    {
        await using var bare = await BarePage.StartAsync(arguments, cancellationToken);
        await using var portal = await PortalRun.StartAsync(arguments, cancellationToken);
        var (times, bareTimes) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < arguments.Number("turns", 5); turn++)
        {
            times.Add(await FirstPageAsync(await portal.RelaunchAsync(0), cancellationToken));
            bareTimes.Add(await FirstPageAsync(await bare.RelaunchAsync(), cancellationToken));
        }

        var median = Median(times);
        figures.AtMost("first page after start, median", median, BarSeconds, "s", goal: 1);
        figures.AtMost("the same, of the bare page's application", median / Median(bareTimes), BarRatio, "x");
        Figures.Tell("fastest, slowest", FormattableString.Invariant($"{times[0]:0.00} s, {times[^1]:0.00} s"));
    }

    private static double Median(List<double> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }

    private static async Task<double> FirstPageAsync(ServerProcess server, CancellationToken cancellationToken)
    {
        await server.WaitAsync("/", cancellationToken);
        return Stopwatch.GetElapsedTime(server.Started).TotalSeconds;
    }
}
