using System.Diagnostics;
using AssistPortal.Benchmarks.Databases;
using AssistPortal.Benchmarks.Http;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Benchmarks.Servers;
using NodaTime;

namespace AssistPortal.Benchmarks.Commands;

/// <summary><c>orders</c>: whole orders per second, from 'Order now' to the confirmation, over HTTP.</summary>
internal static class OrdersCommand
{
    private const double BarOrders = 150;
    private const double BarMemory = 250;

    public static async Task RunAsync(Arguments arguments, Figures figures, CancellationToken cancellationToken)
    {
        await using var portal = await PortalRun.StartAsync(arguments, cancellationToken);
        await Population.AddProducersAsync(
            portal.Database, arguments.Number("producers", 40), aroundTheClock: true, cancellationToken);
        using var hosts = await HostGroup.SignInAsync(
            portal, arguments.Number("clients", 8), arguments.Text("encoding"), cancellationToken);
        var run = new Run(hosts);
        await run.OrderAsync(TimeSpan.FromSeconds(arguments.Number("warmup", 4)), cancellationToken);
        hosts.TakeLatencies();
        var processor = portal.Servers[0].ProcessorTime();
        var (perSecond, orders) = await run.OrderAsync(
            TimeSpan.FromSeconds(arguments.Number("seconds", 10)), cancellationToken);
        processor = portal.Servers[0].ProcessorTime() - processor;

        figures.AtLeast("whole orders", perSecond, BarOrders, "orders/s");
        Figures.Tell("order", $"{orders}");
        Figures.Tell("request", $"{hosts.TakeLatencies()}");
        Figures.Tell("processor time of the server per order", processor.TotalMilliseconds / orders.Count, "ms");
        figures.AtMost("errors", run.Errors, 0, "");
        LoggedErrors.Report(portal, figures);
        figures.AtMost(
            "peak memory of the server", portal.Servers.Max(server => server.PeakMemory()), BarMemory, "MiB");
        Figures.Tell("mails sent so far", portal.MailsSent, "");
        var report = await CheckCommand.AfterAsync(portal.Database, figures, cancellationToken);
        figures.AtMost("confirmed orders that are missing", run.Placed - report.Orders, 0, "");
    }

    private sealed class Run(HostGroup hosts)
    {
        private int next = -1;
        private int errors;
        private int placed;

        public int Errors => errors;

        public int Placed => placed;

        public async Task<(double PerSecond, Latencies Orders)> OrderAsync(
            TimeSpan time, CancellationToken cancellationToken)
        {
            var began = Stopwatch.GetTimestamp();
            var all = new List<Latencies>();
            await hosts.ActAsync(async (_, wizard) =>
            {
                var mine = new Latencies();
                while (Stopwatch.GetElapsedTime(began) < time)
                {
                    await OneAsync(wizard, mine, cancellationToken);
                }

                lock (all)
                {
                    all.Add(mine);
                }
            });
            var orders = Latencies.Together(all);
            return (orders.Count / Stopwatch.GetElapsedTime(began).TotalSeconds, orders);
        }

        private async Task OneAsync(Wizard wizard, Latencies mine, CancellationToken cancellationToken)
        {
            var began = Stopwatch.GetTimestamp();
            try
            {
                var start = Moments.At(Interlocked.Increment(ref next));
                var page = await wizard.GoOnAsync(
                    await wizard.BeginAsync(cancellationToken),
                    () => Task.FromResult<Instant?>(start),
                    cancellationToken);
                if (page.Step != "confirmation")
                {
                    throw new RefusedException(page.Status, page.Path);
                }

                mine.Add(began);
                Interlocked.Increment(ref placed);
            }
            catch (RefusedException refused)
            {
                Interlocked.Increment(ref errors);
                Console.WriteLine($"  {refused.Message}");
            }
        }
    }
}
