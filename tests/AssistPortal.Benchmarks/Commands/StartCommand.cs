using System.Diagnostics;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Benchmarks.Servers;

namespace AssistPortal.Benchmarks.Commands;

/// <summary><c>start</c>: from the start of the process to the first page, on a database that is there.</summary>
internal static class StartCommand
{
    private const double BarSeconds = 1.5;

    public static async Task RunAsync(Arguments arguments, Figures figures, CancellationToken cancellationToken)
    {
        await using var portal = await PortalRun.StartAsync(arguments, cancellationToken);
        var times = new List<double>();
        for (var turn = 0; turn < arguments.Number("turns", 5); turn++)
        {
            var server = await portal.RelaunchAsync(0);
            await server.WaitAsync("/", cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(server.Started).TotalSeconds);
        }

        times.Sort();
        figures.AtMost("first page after start, median", times[times.Count / 2], BarSeconds, "s");
        Figures.Tell("fastest, slowest", FormattableString.Invariant($"{times[0]:0.00} s, {times[^1]:0.00} s"));
    }
}
