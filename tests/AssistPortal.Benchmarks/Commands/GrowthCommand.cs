using AssistPortal.Benchmarks.Databases;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Benchmarks.Servers;

namespace AssistPortal.Benchmarks.Commands;

/// <summary>
/// <c>growth</c>: what a whole order costs beside more and more orders of before. A portal for each number of them;
/// they work in turns.
/// </summary>
internal static class GrowthCommand
{
    private const double BarRatio = 1.3;

    private static readonly int[] Sizes = [1000, 100_000, 1_000_000];

    public static async Task RunAsync(Arguments arguments, Figures figures, CancellationToken cancellationToken)
    {
        await using var bare = await BarePage.StartAsync(arguments, cancellationToken);
        var most = arguments.Number("orders", Sizes[^1]);
        var grown = new List<Grown>();
        try
        {
            foreach (var size in Sizes.Where(size => size <= most))
            {
                grown.Add(await Grown.StartAsync(arguments, size, cancellationToken));
            }

            var time = TimeSpan.FromSeconds(arguments.Number("seconds", 4));
            var costs = await Cost.OfEachAsync(
                bare.Load, [.. grown.Select(item => item.Orders.Load)], time, cancellationToken);
            foreach (var (item, cost) in grown.Zip(costs))
            {
                Figures.Tell(
                    FormattableString.Invariant($"whole order beside {item.Size:#,##0} orders"),
                    cost.BarePages,
                    "bare pages");
                Figures.Tell("", $"{cost}");
            }

            foreach (var (item, cost) in grown.Zip(costs).Skip(1))
            {
                figures.AtMost(
                    FormattableString.Invariant($"whole order beside {item.Size:#,##0}, against {Sizes[0]:#,##0}"),
                    cost.Milliseconds / costs[0].Milliseconds,
                    BarRatio,
                    "x",
                    goal: 1.1);
            }
        }
        finally
        {
            foreach (var item in grown)
            {
                await item.DisposeAsync();
            }
        }
    }

    /// <summary>A portal with so many orders.</summary>
    private sealed record Grown(int Size, PortalRun Portal, HostGroup Hosts, OrderLoad Orders) : IAsyncDisposable
    {
        public static async Task<Grown> StartAsync(
            Arguments arguments, int size, CancellationToken cancellationToken)
        {
            var portal = await PortalRun.StartAsync(arguments, cancellationToken);
            await Population.AddProducersAsync(portal.Database, 40, aroundTheClock: true, cancellationToken);
            var hosts = await HostGroup.SignInAsync(portal, arguments.Number("clients", 8), cancellationToken);
            await new BulkOrders(portal.Database).AddAsync(size, cancellationToken);
            return new Grown(size, portal, hosts, await OrderLoad.LearnAsync(portal, hosts, cancellationToken));
        }

        public async ValueTask DisposeAsync()
        {
            Orders.Dispose();
            Hosts.Dispose();
            await Portal.DisposeAsync();
        }
    }
}
