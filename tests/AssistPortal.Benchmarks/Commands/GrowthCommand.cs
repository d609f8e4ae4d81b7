using AssistPortal.Benchmarks.Databases;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Benchmarks.Servers;

namespace AssistPortal.Benchmarks.Commands;

/// <summary><c>growth</c>: what a whole order costs beside more and more orders of before.</summary>
internal static class GrowthCommand
{
    private const double BarRatio = 1.3;
    private const int Fewest = 1000;

    private static readonly int[] Sizes = [100_000, 1_000_000];

    public static async Task RunAsync(Arguments arguments, Figures figures, CancellationToken cancellationToken)
    {
        await using var bare = await BarePage.StartAsync(arguments, cancellationToken);
        var least = await SizeAsync(arguments, bare, Fewest, cancellationToken);
        foreach (var size in Sizes.Where(size => size <= arguments.Number("orders", Sizes[^1])))
        {
            var cost = await SizeAsync(arguments, bare, size, cancellationToken);
            figures.AtMost(
                FormattableString.Invariant($"whole order beside {size:#,##0}, against {Fewest:#,##0}"),
                cost / least,
                BarRatio,
                "x",
                goal: 1.1);
        }
    }

    private static async Task<double> SizeAsync(
        Arguments arguments, BarePage bare, int size, CancellationToken cancellationToken)
    {
        await using var portal = await PortalRun.StartAsync(arguments, cancellationToken);
        await Population.AddProducersAsync(portal.Database, 40, aroundTheClock: true, cancellationToken);
        using var hosts = await HostGroup.SignInAsync(portal, arguments.Number("clients", 8), cancellationToken);
        await new BulkOrders(portal.Database).AddAsync(size, cancellationToken);
        using var orders = await OrderLoad.LearnAsync(portal, hosts, cancellationToken);
        var time = TimeSpan.FromSeconds(arguments.Number("seconds", 4));
        var cost = await Cost.OfAsync(bare.Load, orders.Load, time, cancellationToken);
        Figures.Tell(
            FormattableString.Invariant($"whole order beside {size:#,##0} orders"), cost.BarePages, "bare pages");
        Figures.Tell("", $"{cost}");
        return cost.BarePages;
    }
}
