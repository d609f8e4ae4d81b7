using System.Diagnostics;

namespace AssistPortal.Benchmarks.Measuring;

/// <summary>
/// What something costs a server in its steady state, in bare pages of the same run: holds on a busy machine too, where
/// times and requests per second mean little.
/// </summary>
/// <param name="BarePages">Processor time of the whole process for one, in that of one bare page.</param>
/// <param name="Milliseconds">The processor time itself.</param>
/// <param name="PerSecond">How many were done in a second.</param>
/// <param name="Generator">Share of the cores that sending took, 0 to 1.</param>
internal sealed record Cost(double BarePages, double Milliseconds, double PerSecond, double Generator)
{
    private const int FewestWindows = 3;
    private const int MostWindows = 40;
    private const int Rounds = 4;
    private const double Steady = 0.05;

    /// <summary>Warms both up, then has them work in turns, so that what else the machine does hits both.</summary>
    /// <param name="bare">The bare page.</param>
    /// <param name="load">What is measured.</param>
    /// <param name="time">Length of a round; a quarter of it for the bare page.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<Cost> OfAsync(Load bare, Load load, TimeSpan time, CancellationToken cancellationToken) =>
        (await OfEachAsync(bare, [load], time, cancellationToken))[0];

    /// <summary>The same for several, all in turns, so that they can be compared with each other.</summary>
    public static async Task<IReadOnlyList<Cost>> OfEachAsync(
        Load bare, IReadOnlyList<Load> loads, TimeSpan time, CancellationToken cancellationToken)
    {
        await WarmUpAsync(bare, time / 4, cancellationToken);
        foreach (var load in loads)
        {
            await WarmUpAsync(load, time / 2, cancellationToken);
        }

        var units = new List<Window>();
        List<List<Window>> costs = [.. loads.Select(_ => new List<Window>())];
        for (var round = 0; round < Rounds; round++)
        {
            units.Add(await Window.OfAsync(bare, time / 4, cancellationToken));
            foreach (var (load, windows) in loads.Zip(costs))
            {
                windows.Add(await Window.OfAsync(load, time, cancellationToken));
            }
        }

        var unit = units.Sum(window => window.Processor) / units.Sum(window => window.Count);
        return [.. costs.Select(windows => Of(windows, unit))];
    }

    public override string ToString() => FormattableString.Invariant(
        $"{Milliseconds:0.00} ms of processor each, {PerSecond:#,##0} a second; sending {Generator:0 %} of the cores");

    private static Cost Of(IReadOnlyList<Window> windows, double unit)
    {
        var (count, seconds) = (windows.Sum(window => window.Count), windows.Sum(window => window.Seconds));
        var each = windows.Sum(window => window.Processor) / count;
        return new Cost(
            each / unit,
            each,
            count / seconds,
            windows.Sum(window => window.Own) / (seconds * 1000 * Environment.ProcessorCount));
    }

    /// <summary>Until the processor time of three windows lies within 5 %.</summary>
    private static async Task WarmUpAsync(Load load, TimeSpan time, CancellationToken cancellationToken)
    {
        var windows = new List<double>();
        while (windows.Count < MostWindows)
        {
            windows.Add((await Window.OfAsync(load, time, cancellationToken)).Each);
            var last = windows.TakeLast(FewestWindows).ToList();
            if (last.Count == FewestWindows && last.Max() - last.Min() < Steady * last.Average())
            {
                break;
            }
        }
    }

    /// <param name="Count">What was done.</param>
    /// <param name="Processor">Milliseconds of processor that the server took.</param>
    /// <param name="Own">Milliseconds of processor that sending took.</param>
    /// <param name="Seconds">How long it took.</param>
    private sealed record Window(int Count, double Processor, double Own, double Seconds)
    {
        public double Each => Processor / Count;

        public static async Task<Window> OfAsync(Load load, TimeSpan time, CancellationToken cancellationToken)
        {
            await load.PrepareAsync(cancellationToken);
            using var self = Process.GetCurrentProcess();
            var (own, server, began) = (self.TotalProcessorTime, load.Server.ProcessorTime(), Stopwatch.GetTimestamp());
            var count = await load.WorkAsync(time, cancellationToken);
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            self.Refresh();
            return new Window(
                count,
                (load.Server.ProcessorTime() - server).TotalMilliseconds,
                (self.TotalProcessorTime - own).TotalMilliseconds,
                seconds);
        }
    }
}
